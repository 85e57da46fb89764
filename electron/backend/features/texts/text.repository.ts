import { sql } from 'kysely';
import type { TextField } from '#shared/contract/texts.ts';
import type { ReadDb, WriteDb } from '../../database/db.ts';

const keptRevisions = 50;

/** The text as it stands, or undefined when there is no such record. */
export async function findText(
  db: ReadDb,
  { table, id, field }: TextField,
): Promise<string | undefined> {
  const { rows } = await sql<{ text: string | null }>`
    select ${sql.ref(field)} as text from ${sql.table(table)} where id = ${id}`.execute(db);
  return rows[0] && (rows[0].text ?? '');
}

export async function updateText(
  db: WriteDb,
  { table, id, field }: TextField,
  change: { text: string; at: string },
): Promise<void> {
  await sql`
    update ${sql.table(table)}
    set ${sql.ref(field)} = ${change.text}, updated_at = ${change.at}, rev = rev + 1
    where id = ${id}`.execute(db);
}

export async function findLastRevisionAt(
  db: ReadDb,
  { table, id, field }: TextField,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('text_revision')
    .select('at')
    .where('table_name', '=', table)
    .where('row_id', '=', id)
    .where('field', '=', field)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at;
}

export async function insertRevision(
  db: WriteDb,
  { table, id, field }: TextField,
  revision: { text: string; at: string },
): Promise<void> {
  await db
    .insertInto('text_revision')
    .values({ table_name: table, row_id: id, field, ...revision })
    .execute();
  await sql`
    delete from text_revision where id in (
      select id from text_revision
      where table_name = ${table} and row_id = ${id} and field = ${field}
      order by id desc limit -1 offset ${keptRevisions})`.execute(db);
}

export async function listRevisions(db: ReadDb, { table, id, field }: TextField) {
  return db
    .selectFrom('text_revision')
    .select(['id', 'at', 'text'])
    .where('table_name', '=', table)
    .where('row_id', '=', id)
    .where('field', '=', field)
    .orderBy('id', 'desc')
    .execute();
}
