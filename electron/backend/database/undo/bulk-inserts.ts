import type Database from 'better-sqlite3-multiple-ciphers';
import { trackedTables } from '../tracked-tables.ts';

export type BulkInserts = {
  /** Notes for undo and search what was inserted. Call it last, inside the same step. */
  note(): void;
};

/**
 * Takes the insert triggers off these tables, for a connection that inserts hundreds of thousands
 * of rows in one step and ends: a row that is new is known by its rowid, and all of them are
 * noted at once, which costs a seventh of a trigger for each.
 */
export function noteInsertsInBulk(
  connection: Database.Database,
  tables: readonly string[],
): BulkInserts {
  const last = new Map(tables.map((table) => [table, lastRow(connection, table)]));
  for (const table of tables) {
    connection.exec(`drop trigger temp.undo_${table}_insert`);
    if (isSearched(table)) connection.exec(`drop trigger temp.search_${table}_insert`);
  }
  return {
    note() {
      for (const [table, before] of last) noteInserted(connection, table, before);
    },
  };
}

function lastRow(connection: Database.Database, table: string): number {
  const sql = `select coalesce(max(rowid), 0) from ${table}`;
  return Number(connection.prepare(sql).pluck().get());
}

/** Rows found by the search as themselves; parts of other records have no bulk of their own. */
function isSearched(table: string): boolean {
  return trackedTables[table]?.searched === true;
}

/** A row that a later change of the step noted as it then was did not exist before the step. */
function noteInserted(connection: Database.Database, table: string, before: number): void {
  connection
    .prepare(
      `insert into undo_change (step_id, table_name, row_id, before_json)
       select current_step.id, '${table}', inserted.id, null
       from current_step, ${table} inserted where inserted.rowid > ? order by inserted.id
       on conflict do update set before_json = null`,
    )
    .run(before);
  if (!isSearched(table)) return;
  connection
    .prepare(
      `insert into search_dirty select '${table}', id from ${table} where rowid > ? order by id
       on conflict do nothing`,
    )
    .run(before);
}
