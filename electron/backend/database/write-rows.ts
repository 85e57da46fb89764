import { CompiledQuery, type Insertable, sql } from 'kysely';
import type { Tables, WriteDb } from './db.ts';

type Value = string | number | null;
type Columns = Readonly<Record<string, Value>>;

/** Inserts many rows of the same columns: the statement is put together once, not for each row. */
export async function insertRows<T extends keyof Tables>(
  db: WriteDb,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  const first = rows[0] as Columns | undefined;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = sql.join(columns.map(() => sql`${null}`));
  const { sql: text } = sql`insert into ${sql.table(table)} (${names}) values (${values})`.compile(
    db,
  );
  for (const row of rows as readonly Columns[]) {
    await db.executeQuery(
      CompiledQuery.raw(
        text,
        columns.map((column) => row[column] ?? null),
      ),
    );
  }
}

/** What differs about one row. */
export type RowChange = { id: string; changes: Columns };

/** Sets the given columns of many records and counts their revision; nothing to set is no change. */
export async function updateRows(
  db: WriteDb,
  table: keyof Tables,
  { at, rows }: { at: string; rows: readonly RowChange[] },
): Promise<void> {
  const statements = new Map<string, string>();
  for (const { id, changes } of rows) {
    const columns = Object.keys(changes);
    if (columns.length === 0) continue;
    const key = columns.join();
    const text = statements.get(key) ?? updateStatement(db, table, columns);
    statements.set(key, text);
    const values = columns.map((column) => changes[column] ?? null);
    await db.executeQuery(CompiledQuery.raw(text, [...values, at, id]));
  }
}

function updateStatement(db: WriteDb, table: keyof Tables, columns: readonly string[]): string {
  const sets = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${null}`));
  return sql`update ${sql.table(table)} set ${sets}, updated_at = ${null}, rev = rev + 1
    where id = ${null}`.compile(db).sql;
}
