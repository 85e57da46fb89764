import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import type Database from 'better-sqlite3-multiple-ciphers';
import { trackedTables } from '#backend/database/tracked-tables.ts';
import { openWorkspaceFile } from '#backend/workspace/open-file.ts';
import { randomFrom } from './random.ts';
import { rowMaker } from './random-rows.ts';

export const releasedKey = new Uint8Array(32).fill(7);

/** By table: how many rows, and a checksum of the columns that the table had at the release. */
export type ReleaseFigures = Record<string, { rows: number; columns: string[]; sha256: string }>;

const rowsOfEach = 3;

/** Opens a file as the app does, without backups. */
export function openReleased(file: string) {
  return openWorkspaceFile(
    { file, key: releasedKey },
    { kind: 'own', otherKeys: [], backups: 'none', backUp: async () => undefined },
  );
}

/** Writes a file of the present schema with rows in every table a manager fills. */
export async function writeReleasedFile(file: string): Promise<ReleaseFigures> {
  rmSync(file, { force: true });
  const { connection, close } = await openReleased(file);
  const tables = Object.keys(trackedTables);
  const rows = rowMaker(connection, tables, randomFrom(1));
  for (const table of tables) fillTable(connection, { table, make: rows.make, id: rows.id });
  const figures = figuresOf(connection, tables);
  await close();
  return figures;
}

type Fill = {
  table: string;
  make(table: string, id: string): Record<string, unknown>;
  id(table: string): string;
};

function fillTable(connection: Database.Database, { table, make, id }: Fill): void {
  let written = 0;
  for (let attempt = 0; attempt < 200 && written < rowsOfEach; attempt += 1) {
    const row = make(table, id(table));
    const names = Object.keys(row);
    const marks = names.map(() => '?').join(', ');
    try {
      connection
        .prepare(`insert into ${table} (${names.join(', ')}) values (${marks})`)
        .run(Object.values(row));
      written += 1;
    } catch {
      // A row that the schema refuses; the next one differs.
    }
  }
}

export function figuresOf(
  connection: Database.Database,
  tables: readonly string[],
  columnsOf = (table: string): string[] =>
    (connection.pragma(`table_info(${table})`) as { name: string }[]).map((one) => one.name),
): ReleaseFigures {
  return Object.fromEntries(
    tables.map((table) => {
      const columns = columnsOf(table);
      const rows = connection
        .prepare(`select ${columns.join(', ')} from ${table} order by id`)
        .raw()
        .all();
      const sha256 = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
      return [table, { rows: rows.length, columns, sha256 }];
    }),
  );
}
