import { type RawBuilder, sql } from 'kysely';
import type { ReadDb, WriteDb } from '../../database/db.ts';

export type DirtyRow = { table_name: string; row_id: string };

export async function listDirty(db: ReadDb, limit: number): Promise<DirtyRow[]> {
  return db.selectFrom('search_dirty').select(['table_name', 'row_id']).limit(limit).execute();
}

export async function deleteDirty(db: WriteDb, rows: readonly DirtyRow[]): Promise<void> {
  for (const [table, group] of Map.groupBy(rows, (row) => row.table_name)) {
    await db
      .deleteFrom('search_dirty')
      .where('table_name', '=', table)
      .where(
        'row_id',
        'in',
        group.map((row) => row.row_id),
      )
      .execute();
  }
}

export async function hasDirty(db: ReadDb): Promise<boolean> {
  const row = await db.selectFrom('search_dirty').select('row_id').limit(1).executeTakeFirst();
  return row !== undefined;
}

export async function deleteEntries(
  db: WriteDb,
  table: string,
  ids: readonly string[],
): Promise<void> {
  const entries = await db
    .deleteFrom('search_entry')
    .where('table_name', '=', table)
    .where('row_id', 'in', ids)
    .returning('id')
    .execute();
  for (const { id } of entries) {
    await db.deleteFrom('search_name').where('rowid', '=', id).execute();
    await db.deleteFrom('search_text').where('rowid', '=', id).execute();
  }
}

export type NewEntry = DirtyRow & {
  name_key: string;
  initials: string;
  is_private: number;
  name: string;
  spelling: string;
  text: string;
  private_text: string;
};

export async function insertEntry(db: WriteDb, entry: NewEntry): Promise<void> {
  const { name, spelling, text, private_text, ...columns } = entry;
  const { id } = await db
    .insertInto('search_entry')
    .values(columns)
    .returning('id')
    .executeTakeFirstOrThrow();
  if (name !== '') {
    await db.insertInto('search_name').values({ rowid: id, name, spelling }).execute();
  }
  if (text !== '' || private_text !== '') {
    await db.insertInto('search_text').values({ rowid: id, text, private_text }).execute();
  }
}

export type FoundEntry = {
  id: number;
  table_name: string;
  row_id: string;
  name_key: string;
  initials: string;
};

export type FindOptions = { isPresenting: boolean; limit: number };

/** Entries whose name, or whose initials, begin so; through the index, newest last. */
export async function findByBeginning(
  db: ReadDb,
  column: 'name_key' | 'initials',
  { beginning, ...options }: FindOptions & { beginning: string },
): Promise<FoundEntry[]> {
  const afterAll = `${beginning}\u{10FFFF}`;
  return entries(
    db,
    options,
    sql`${sql.ref(column)} >= ${beginning} and ${sql.ref(column)} < ${afterAll} and ${sql.ref(column)} <> ''`,
  );
}

/** Entries that match in one of the full-text tables, newest first. */
export async function findByWords(
  db: ReadDb,
  table: 'search_name' | 'search_text',
  { match, ...options }: FindOptions & { match: string },
): Promise<FoundEntry[]> {
  const { rows } = await sql<FoundEntry>`
    select entry.id, entry.table_name, entry.row_id, entry.name_key, entry.initials
    from ${sql.table(table)} as found join search_entry as entry on entry.id = found.rowid
    where ${sql.table(table)} match ${match} ${visible(options)}
    order by found.rowid desc limit ${options.limit}`.execute(db);
  return rows;
}

async function entries(
  db: ReadDb,
  options: FindOptions,
  where: RawBuilder<unknown>,
): Promise<FoundEntry[]> {
  const { rows } = await sql<FoundEntry>`
    select id, table_name, row_id, name_key, initials from search_entry as entry
    where ${where} ${visible(options)} limit ${options.limit}`.execute(db);
  return rows;
}

function visible({ isPresenting }: FindOptions): RawBuilder<unknown> {
  return isPresenting ? sql`and entry.is_private = 0` : sql``;
}

export async function listChoices(db: ReadDb, query: string): Promise<string[]> {
  const rows = await db
    .selectFrom('search_choice')
    .select('target')
    .where('query', '=', query)
    .orderBy('uses', 'desc')
    .orderBy('chosen_at', 'desc')
    .limit(10)
    .execute();
  return rows.map((row) => row.target);
}

export async function countChoice(
  db: WriteDb,
  choice: { query: string; target: string; at: string },
): Promise<void> {
  await db
    .insertInto('search_choice')
    .values({ query: choice.query, target: choice.target, uses: 1, chosen_at: choice.at })
    .onConflict((conflict) =>
      conflict.columns(['query', 'target']).doUpdateSet((eb) => ({
        uses: eb('search_choice.uses', '+', 1),
        chosen_at: choice.at,
      })),
    )
    .execute();
}

/** Keeps the choices made last. */
export async function deleteOldChoices(db: WriteDb, kept: number): Promise<void> {
  await sql`
    delete from search_choice where (query, target) in (
      select query, target from search_choice order by chosen_at desc limit -1 offset ${kept})`.execute(
    db,
  );
}
