import type Database from 'better-sqlite3-multiple-ciphers';
import { AppError } from '../../app-error.ts';
import type { OpenDatabase } from '../open-database.ts';
import { columnsOf, fromJson, rowToJson } from '../table-columns.ts';
import { hasDeletion, tablesOf, topicsOf, writeHistory } from './step-changes.ts';
import { beginStep, closeStep, forgetSteps, type StepResult, stepRow } from './undo-step.ts';

export type Direction = 'undo' | 'redo';

const nextStep = {
  undo: "select max(id) from undo_step where state = 'done'",
  redo: "select min(id) from undo_step where state = 'undone'",
} as const;

/**
 * Takes the last step back, or does again the one that was taken back last.
 *
 * @throws AppError nothing_to_undo, nothing_to_redo; undo_blocked when what cannot be taken back
 *   came to need a row of the step: the step is then given up, so that older ones stay reachable
 */
export function travel(
  database: OpenDatabase,
  direction: Direction,
  at: Date,
): Promise<StepResult> {
  const { connection } = database;
  return database.write.connection().execute(async () => {
    const id = connection.prepare<[], number | null>(nextStep[direction]).pluck().get();
    if (!id) throw new AppError(direction === 'undo' ? 'nothing_to_undo' : 'nothing_to_redo');
    try {
      return withoutForeignKeys(connection, () => swapStep(connection, { id, direction, at }));
    } catch (error) {
      if (!isConflict(error)) throw error;
      connection.transaction(() => forgetSteps(connection, { ids: [id], rows: [] })).immediate();
      throw new AppError('undo_blocked', {}, { cause: error });
    }
  });
}

/**
 * Rows go back in any order, and deleting a row under foreign keys would read every table that
 * could refer to it, once for each row. So the keys rest, and `assertReferences` looks instead.
 */
function withoutForeignKeys<T>(connection: Database.Database, work: () => T): T {
  connection.pragma('foreign_keys = off');
  try {
    return connection.transaction(work).immediate();
  } finally {
    connection.pragma('foreign_keys = on');
  }
}

class BrokenReference extends Error {
  override readonly name = 'BrokenReference';
}

function isConflict(error: unknown): boolean {
  if (error instanceof BrokenReference) return true;
  return error instanceof Error && 'code' in error && /^SQLITE_CONSTRAINT/.test(String(error.code));
}

/**
 * Restores the rows of a step and keeps, by the same triggers, what they were until now: the
 * step then holds its own inverse, so undo and redo are one operation.
 */
function swapStep(
  connection: Database.Database,
  { id, direction, at }: { id: number; direction: Direction; at: Date },
): StepResult {
  const { command, details_json } = stepRow(connection, id);
  const tables = tablesOf(connection, id);
  const named = `${direction}:${command}`;
  const inverse = beginStep(connection, { command: named, at });
  for (const table of tables) removeRows(connection, table, id);
  for (const table of tables) insertRows(connection, table, id);
  for (const table of tables) settleRows(connection, table, id);
  closeStep(connection);
  assertReferences(connection, inverse);
  writeHistory(connection, { id: inverse, at: at.toISOString(), command: named });
  const result = {
    id,
    command,
    details: JSON.parse(details_json),
    topics: topicsOf(tables),
    hasDeletion: hasDeletion(connection, inverse),
  };
  connection.prepare('delete from undo_change where step_id = ?').run(id);
  connection.prepare('update undo_change set step_id = ? where step_id = ?').run(id, inverse);
  connection.prepare('delete from undo_step where id = ?').run(inverse);
  connection
    .prepare('update undo_step set state = ?, merge_key = null where id = ?')
    .run(direction === 'undo' ? 'undone' : 'done', id);
  return result;
}

const ofStep = (table: string) => `step_id = ? and table_name = '${table}'`;

/** All of them, even those that only change: two rows may have exchanged a unique value. */
function removeRows(connection: Database.Database, table: string, stepId: number): void {
  connection
    .prepare(
      `delete from ${table} where id in (select row_id from undo_change where ${ofStep(table)})`,
    )
    .run(stepId);
}

function insertRows(connection: Database.Database, table: string, stepId: number): void {
  const columns = columnsOf(connection, table);
  const values = columns.map((column) => fromJson(column, 'before_json'));
  connection
    .prepare(
      `insert into ${table} (${columns.map((column) => column.name).join(', ')})
       select ${values.join(', ')} from undo_change
       where ${ofStep(table)} and before_json is not null`,
    )
    .run(stepId);
}

/** Puts right what the file's own triggers made of restored rows, e.g. a deal's last activity. */
function settleRows(connection: Database.Database, table: string, stepId: number): void {
  const columns = columnsOf(connection, table);
  const values = columns
    .filter((column) => column.name !== 'id')
    .map((column) => `${column.name} = ${fromJson(column, 'before_json')}`);
  connection
    .prepare(
      `update ${table} as now set ${values.join(', ')} from undo_change
       where ${ofStep(table)} and now.id = row_id and before_json is not null
         and before_json is not ${rowToJson(columns, 'now')}`,
    )
    .run(stepId);
}

type ForeignKey = { child: string; parent: string; field: string };

/** Every foreign key of the schema; all point to an `id`. */
function foreignKeys(connection: Database.Database): ForeignKey[] {
  return connection
    .prepare<[], ForeignKey>(
      `select child.name as child, key."table" as parent, key."from" as field
       from sqlite_schema child, pragma_foreign_key_list(child.name) key
       where child.type = 'table' and child.name <> 'undo_change'`,
    )
    .all();
}

/** Restored rows must find what they refer to, and nothing may refer to a row that went. */
function assertReferences(connection: Database.Database, inverse: number): void {
  const touched = tablesOf(connection, inverse);
  for (const { child, parent, field } of foreignKeys(connection)) {
    const restored = `id in (select row_id from undo_change where ${ofStep(child)})
      and ${field} is not null
      and not exists (select 1 from ${parent} parent where parent.id = ${child}.${field})`;
    const bereft = `${field} in (select row_id from undo_change where ${ofStep(parent)}
      and not exists (select 1 from ${parent} parent where parent.id = row_id))`;
    const checks = [
      ...(touched.includes(child) ? [restored] : []),
      ...(touched.includes(parent) && hasGone(connection, parent, inverse) ? [bereft] : []),
    ];
    for (const check of checks) {
      const found = connection
        .prepare(`select 1 from ${child} where ${check} limit 1`)
        .get(inverse);
      if (found !== undefined) throw new BrokenReference(`${child}.${field}`);
    }
  }
}

/** Saves reading whole tables when no row of the parent went, which is nearly always. */
function hasGone(connection: Database.Database, table: string, inverse: number): boolean {
  return (
    connection
      .prepare(
        `select 1 from undo_change where ${ofStep(table)}
         and not exists (select 1 from ${table} now where now.id = row_id) limit 1`,
      )
      .get(inverse) !== undefined
  );
}
