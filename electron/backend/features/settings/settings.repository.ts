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
