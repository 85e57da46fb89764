import { sql } from 'kysely';
import type { ReadDb, WriteDb } from '../../database/db.ts';

export async function listSettings(db: ReadDb): Promise<Record<string, unknown>> {
  const rows = await db.selectFrom('setting').selectAll().execute();
  return Object.fromEntries(rows.map((row) => [row.id, JSON.parse(row.value_json)]));
}

export async function upsertSetting(db: WriteDb, id: string, value: unknown): Promise<void> {
  const value_json = JSON.stringify(value);
  await db
    .insertInto('setting')
    .values({ id, value_json })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ value_json }))
    .execute();
}

/** True once any money is entered, of which 0 is none. */
export async function hasAnyAmount(db: ReadDb): Promise<boolean> {
  const { rows } = await sql`
    select 1 from deal where amount_minor <> 0 and deleted_at is null
    union all select 1 from quota where amount_minor <> 0 and deleted_at is null
    union all select 1 from product where list_price_minor <> 0 and deleted_at is null
    union all select 1 from account where annual_revenue_minor <> 0 and deleted_at is null
    union all select 1 from risk where loss_minor <> 0 and deleted_at is null
    limit 1`.execute(db);
  return rows.length > 0;
}
