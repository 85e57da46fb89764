import type Database from 'better-sqlite3-multiple-ciphers';
import { prepared } from './prepared.ts';

export type Column = { name: string; type: string };

/** The columns of a table that is kept by undo. @throws Error for one that could not be. */
export function columnsOf(connection: Database.Database, table: string): Column[] {
  const columns = prepared<[string], Column & { pk: number }>(
    connection,
    'select name, type, pk from pragma_table_info(?)',
  ).all(table);
  const keys = columns.filter((column) => column.pk > 0).map((column) => column.name);
  if (keys.join() !== 'id') throw new Error(`${table} has no primary key id`);
  return columns.map(({ name, type }) => ({ name, type }));
}

/** SQL for a whole row as JSON; what it is made from comes back exactly (see `fromJson`). */
export function rowToJson(columns: readonly Column[], row: string): string {
  const pairs = columns.map(({ name, type }) => {
    const value = `${row}.${name}`;
    return `'${name}', ${type === 'BLOB' ? blobToJson(value) : value}`;
  });
  return `json_object(${pairs.join(', ')})`;
}

/** JSON has no bytes: they are kept as hexadecimal text, and null stays null. */
function blobToJson(value: string): string {
  return `iif(${value} is null, null, hex(${value}))`;
}

/** SQL for one column out of such JSON. */
export function fromJson({ name, type }: Column, json: string): string {
  const value = `json_extract(${json}, '$.${name}')`;
  return type === 'BLOB' ? `unhex(${value})` : value;
}
