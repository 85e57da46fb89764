import type Database from 'better-sqlite3-multiple-ciphers';
import type { Random } from './random.ts';

type Value = string | number | null;

export type RowMaker = {
  tables: readonly string[];
  /** One of a few ids, so that rows are met again. */
  id(table: string): string;
  /** A row that its table will probably take; the checks of the schema are read, not guessed. */
  make(table: string, id: string): Row;
};

type Column = { name: string; type: string; notnull: number; dflt_value: string | null };
type ForeignKey = { from: string; table: string };

const texts = [
  '',
  ' ',
  '华东一组',
  'O’Brien "x" \' ; drop table deal',
  '{"json": [1, null]}',
  '[]',
  'null',
  'a\0b\u0000',
  '\u202Eexe.png',
  '🐑 🇨🇳 é',
  'x'.repeat(3000),
  '1e999',
  '9007199254740993',
  '\r\n\t',
] as const;

const numbers = [0, 1, -1, 7, 12_345, 2 ** 31, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];

type Row = Record<string, Value>;

/** For checks that the schema states in ways this file cannot read. */
const hints: Readonly<Record<string, (row: Row, random: Random) => Row>> = {
  document: (row) => ({ ...row, sha256: '0'.repeat(64), size_bytes: 1 }),
  review: (row) => ({
    ...row,
    status: 'draft',
    period_start_on: '2026-01-01',
    period_end_on: '2026-03-31',
    calibrated_milli: null,
    content_sha256: null,
    finalized_at: null,
  }),
  risk_link: (row, random) => {
    const kept = random.pick(['deal_id', 'account_id', 'person_id']);
    return { ...row, deal_id: null, account_id: null, person_id: null, [kept]: row[kept] ?? null };
  },
};

/** Makes rows for every given table from the schema itself, so that new tables are covered. */
export function rowMaker(
  connection: Database.Database,
  tables: readonly string[],
  random: Random,
): RowMaker {
  const shapes = new Map(tables.map((table) => [table, shapeOf(connection, table)]));
  const make = (table: string, id: string): Row => {
    const shape = shapes.get(table);
    if (shape === undefined) throw new Error(`Unknown table ${table}`);
    const values = shape.columns.map((column): [string, Value] => [
      column.name,
      column.name === 'id' ? id : valueFor(connection, { shape, column, random }),
    ]);
    const row: Row = Object.fromEntries(values);
    return hints[table]?.(row, random) ?? row;
  };
  const id = (table: string): string => {
    const owner = shapes.get(table)?.keys.find((key) => key.from === 'id');
    const shared = owner && anyId(connection, owner.table, random);
    return typeof shared === 'string' ? shared : `${table}-${random.below(8)}`;
  };
  return { tables, id, make };
}

type Shape = { sql: string; columns: Column[]; keys: ForeignKey[] };

function shapeOf(connection: Database.Database, table: string): Shape {
  return {
    sql: String(
      connection.prepare('select sql from sqlite_schema where name = ?').pluck().get(table),
    ),
    columns: connection.pragma(`table_info(${table})`) as Column[],
    keys: connection.pragma(`foreign_key_list(${table})`) as ForeignKey[],
  };
}

function valueFor(
  connection: Database.Database,
  { shape, column, random }: { shape: Shape; column: Column; random: Random },
): Value {
  const { name } = column;
  if (column.notnull === 0 && random.oneIn(3)) return null;
  const key = shape.keys.find((candidate) => candidate.from === name);
  if (key) return anyId(connection, key.table, random);
  const choices = choicesOf(shape.sql, name);
  if (choices) return random.pick(choices);
  if (name.endsWith('_json')) return random.pick(['{}', '[]', '{"a":[1,"二"]}']);
  if (name.endsWith('_at')) return `2026-0${1 + random.below(9)}-1${random.below(9)}T01:00:00.000Z`;
  if (name.endsWith('_on')) return `2026-0${1 + random.below(9)}-1${random.below(9)}`;
  if (column.type === 'INTEGER') return numberFor(shape.sql, name, random);
  if (column.type === 'REAL') return random.next() * 1e6;
  return random.pick(texts);
}

function anyId(connection: Database.Database, table: string, random: Random): Value {
  const ids = connection.prepare<[], string>(`select id from ${table} limit 20`).pluck().all();
  return ids[random.below(ids.length)] ?? null;
}

/** The values of `check (x in ('a', 'b'))`. */
function choicesOf(sql: string, column: string): Value[] | undefined {
  const list = new RegExp(`[( ]${column} in\\s*\\(([^)]*)\\)`).exec(sql)?.[1];
  return list?.split(',').map((part) => {
    const text = part.trim();
    return text.startsWith("'") ? text.slice(1, -1) : Number(text);
  });
}

/** Within `check (x between 1 and 5)`, or one of the difficult numbers. */
function numberFor(sql: string, column: string, random: Random): number {
  const range = new RegExp(`[( ]${column} between (-?\\d+) and (-?\\d+)`).exec(sql);
  if (range) return Number(range[1]) + random.below(Number(range[2]) - Number(range[1]) + 1);
  return random.oneIn(2) ? random.below(1000) : random.pick(numbers);
}

/** Three rows in every table, those that others refer to first. */
export function fillTables(
  connection: Database.Database,
  tables: readonly string[],
  random: Random,
): void {
  const rows = rowMaker(connection, tables, random);
  for (const table of tables) fillTable(connection, rows, table);
}

/** What the tables refer to outside themselves. */
export function parentsOf(connection: Database.Database, tables: readonly string[]): string[] {
  const parents = tables.flatMap((table) =>
    shapeOf(connection, table).keys.map((key) => key.table),
  );
  return [...new Set(parents)].filter((table) => !tables.includes(table));
}

function fillTable(connection: Database.Database, rows: RowMaker, table: string): void {
  for (let attempt = 0; attempt < 200 && countOf(connection, table) < 3; attempt += 1) {
    const row = rows.make(table, rows.id(table));
    const names = Object.keys(row);
    const marks = names.map(() => '?').join(', ');
    try {
      connection
        .prepare(`insert into ${table} (${names.join(', ')}) values (${marks})`)
        .run(Object.values(row));
    } catch {
      // A row that the schema refuses; the next one differs.
    }
  }
}

function countOf(connection: Database.Database, table: string): number {
  return Number(connection.prepare(`select count(*) from ${table}`).pluck().get());
}
