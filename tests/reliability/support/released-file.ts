import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import type Database from 'better-sqlite3-multiple-ciphers';
import { trackedTables } from '#backend/database/tracked-tables.ts';
import { openWorkspaceFile } from '#backend/workspace/open-file.ts';
import { randomFrom } from './random.ts';
import { fillTables, parentsOf } from './random-rows.ts';

export const releasedKey = new Uint8Array(32).fill(7);

/** By table: how many rows, and a checksum of the columns that the table had at the release. */
export type ReleaseFigures = Record<string, { rows: number; columns: string[]; sha256: string }>;

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
  fillTables(connection, [...parentsOf(connection, tables), ...tables], randomFrom(1));
  const figures = figuresOf(connection, tables);
  await close();
  return figures;
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
