import { type Insertable, sql } from 'kysely';
import type { ReadDb, WriteDb } from '../../database/db.ts';
import { changedRecord } from '../../database/new-record.ts';
import { insertRows, type RowChange, updateRows } from '../../database/write-rows.ts';
import type { Platform } from '../../platform.ts';
import type { DealChangeTable, DealTable } from './deal.table.ts';
import type { DealRecord } from './deal-row.ts';

/** The deals of these ids that are not deleted, in no order. */
export async function findDeals(db: ReadDb, ids: readonly string[]): Promise<DealRecord[]> {
  return db
    .selectFrom('deal')
    .selectAll('deal')
    .select(lastCloseOn.as('last_close_on'))
    .where('id', 'in', idsOf(ids))
    .where('deleted_at', 'is', null)
    .execute();
}

/** The deals with these ids or numbers, deleted ones too, in no order. */
export async function findDealsBy(
  db: ReadDb,
  { column, values }: { column: 'id' | 'external_id'; values: readonly string[] },
): Promise<DealRecord[]> {
  return db
    .selectFrom('deal')
    .selectAll('deal')
    .select(lastCloseOn.as('last_close_on'))
    .where(column, 'in', idsOf(values))
    .execute();
}

/** True once there is a deal that is not deleted. */
export async function hasAnyDeal(db: ReadDb): Promise<boolean> {
  const { rows } = await sql`select 1 from deal where deleted_at is null limit 1`.execute(db);
  return rows.length > 0;
}

/** One parameter however many ids, so that the statement is prepared once. */
export function idsOf(ids: readonly string[]) {
  return sql<string>`(select value from json_each(${JSON.stringify(ids)}))`;
}

const lastCloseOn = sql<string | null>`coalesce(deal.expected_close_on, (
  select to_expected_close_on from deal_change
  where deal_id = deal.id and to_expected_close_on is not null
  order by changed_at desc, id desc limit 1))`;

export async function insertDeals(
  db: WriteDb,
  rows: readonly Insertable<DealTable>[],
): Promise<void> {
  await insertRows(db, 'deal', rows);
}

export async function updateDeals(
  db: WriteDb,
  platform: Pick<Platform, 'now'>,
  rows: readonly RowChange[],
): Promise<void> {
  await updateRows(db, 'deal', { at: platform.now().toISOString(), rows });
}

export async function insertDealChanges(
  db: WriteDb,
  rows: readonly Insertable<DealChangeTable>[],
): Promise<void> {
  await insertRows(db, 'deal_change', rows);
}

/** Deletes deals; their stays no longer say how they ended, so that medians forget them. */
export async function softDeleteDeals(
  db: WriteDb,
  platform: Pick<Platform, 'now'>,
  ids: readonly string[],
): Promise<void> {
  await updateStayOutcome(db, platform, { dealIds: ids, outcome: null });
  await db
    .updateTable('deal')
    .set({ deleted_at: platform.now().toISOString(), ...changedRecord(platform) })
    .where('id', 'in', idsOf(ids))
    .where('deleted_at', 'is', null)
    .execute();
}

/** Says of all stays of a deal how it ended, or that it has not. */
export async function updateStayOutcome(
  db: WriteDb,
  platform: Pick<Platform, 'now'>,
  { dealIds, outcome }: { dealIds: readonly string[]; outcome: 'won' | 'lost' | null },
): Promise<void> {
  if (dealIds.length === 0) return;
  await db
    .updateTable('deal_change')
    .set({ stay_outcome: outcome, ...changedRecord(platform) })
    .where('deal_id', 'in', idsOf(dealIds))
    .where('days_in_from_stage', 'is not', null)
    .where('stay_outcome', 'is not', outcome)
    .execute();
}

/** Corrects the last stay of a closed deal whose day of closing was corrected. */
export async function shiftLastStay(
  db: WriteDb,
  platform: Pick<Platform, 'now'>,
  { dealId, days }: { dealId: string; days: number },
): Promise<void> {
  await db
    .updateTable('deal_change')
    .set({
      days_in_from_stage: sql<number>`max(0, days_in_from_stage + ${days})`,
      ...changedRecord(platform),
    })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('deal_change')
        .select('id')
        .where('deal_id', '=', dealId)
        .where('days_in_from_stage', 'is not', null)
        .orderBy('changed_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1),
    )
    .execute();
}

export async function listIdsInStages(db: ReadDb, stageIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('deal')
    .select('id')
    .where('stage_id', 'in', idsOf(stageIds))
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

export async function listPeopleNames(
  db: ReadDb,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', idsOf(ids))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
