import { sql } from 'kysely';
import type { ReadDb } from '../../database/db.ts';
import type { DealChangeRow } from './deal.table.ts';

/** The history of a deal in the order it happened. */
export async function listChanges(db: ReadDb, dealId: string): Promise<DealChangeRow[]> {
  return db
    .selectFrom('deal_change')
    .selectAll()
    .where('deal_id', '=', dealId)
    .where('deleted_at', 'is', null)
    .orderBy('changed_at')
    .orderBy('id')
    .execute();
}

export type DealDetailsRow = {
  loss_competitor: string | null;
  close_note: string;
  note: string;
  snooze_reason: string | null;
  external_id: string | null;
};

/** What only the page of a deal shows; undefined when there is no such deal. */
export async function findDetails(db: ReadDb, id: string): Promise<DealDetailsRow | undefined> {
  return db
    .selectFrom('deal')
    .select(['loss_competitor', 'close_note', 'note', 'snooze_reason', 'external_id'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** What has been typed before, most used first. */
export async function listChoices(
  db: ReadDb,
  column: 'source' | 'loss_reason' | 'loss_competitor',
): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    select ${sql.ref(column)} as value from deal
    where ${sql.ref(column)} is not null and deleted_at is null
    group by 1 order by count(*) desc, 1 limit 200`.execute(db);
  return rows.map(({ value }) => value);
}

export async function listTeams(db: ReadDb): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .select('team')
    .distinct()
    .where('team', 'is not', null)
    .where('deleted_at', 'is', null)
    .orderBy('team')
    .execute();
  return rows.flatMap(({ team }) => team ?? []);
}
