import { sql } from 'kysely';
import type { z } from 'zod';
import { dealFilter, dealGrouping, dealSort } from '#shared/contract/deal-filter.ts';
import { type DealView, dealViewFields } from '#shared/contract/deals.ts';
import type { ReadDb, WriteDb } from '../../database/db.ts';
import { changedRecord, newRecord } from '../../database/new-record.ts';
import { storedJson } from '../../database/stored-json.ts';
import type { Platform } from '../../platform.ts';

export type DealViewFields = z.infer<typeof dealViewFields>;

export const storedFilter = storedJson(dealFilter);
export const storedSort = storedJson(dealSort);
export const storedColumns = storedJson(dealViewFields.shape.columns);

/** Saved views, pinned ones first, else as they were made; without those of a newer app. */
export async function listViews(db: ReadDb): Promise<DealView[]> {
  const rows = await db
    .selectFrom('deal_view')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('is_pinned', 'desc')
    .orderBy('sort_order')
    .execute();
  return rows.flatMap((row) => {
    const filter = storedFilter.readIfKnown(row.filter_json);
    const sort = storedSort.readIfKnown(row.sort_json);
    const columns = storedColumns.readIfKnown(row.columns_json);
    if (filter === null || sort === null || columns === null) return [];
    const groupBy = row.group_by === null ? null : dealGrouping.parse(row.group_by);
    const isPinned = row.is_pinned === 1;
    return {
      id: row.id,
      name: row.name,
      isPinned,
      layout: row.layout,
      filter,
      sort,
      groupBy,
      columns,
    };
  });
}

function toColumns(view: DealViewFields) {
  return {
    name: view.name,
    layout: view.layout,
    filter_json: storedFilter.write(view.filter),
    sort_json: storedSort.write(view.sort),
    group_by: view.groupBy,
    columns_json: storedColumns.write(view.columns),
  };
}

export async function insertView(
  db: WriteDb,
  platform: Platform,
  view: DealViewFields,
): Promise<string> {
  const record = newRecord(platform);
  const last = await db
    .selectFrom('deal_view')
    .select(sql<number>`coalesce(max(sort_order), 0)`.as('sort_order'))
    .executeTakeFirstOrThrow();
  await db
    .insertInto('deal_view')
    .values({ ...record, ...toColumns(view), is_pinned: 0, sort_order: last.sort_order + 1 })
    .execute();
  return record.id;
}

export async function updateView(
  db: WriteDb,
  platform: Platform,
  { id, ...view }: DealViewFields & { id: string },
): Promise<void> {
  await db
    .updateTable('deal_view')
    .set({ ...toColumns(view), ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}

export async function updatePin(
  db: WriteDb,
  platform: Platform,
  { id, isPinned }: { id: string; isPinned: boolean },
): Promise<void> {
  await db
    .updateTable('deal_view')
    .set({ is_pinned: isPinned ? 1 : 0, ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}

export async function softDeleteView(db: WriteDb, platform: Platform, id: string): Promise<void> {
  await db
    .updateTable('deal_view')
    .set({ deleted_at: platform.now().toISOString(), ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}
