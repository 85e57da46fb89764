import type Database from 'better-sqlite3-multiple-ciphers';
import type { Topic } from '#shared/contract/events.ts';
import type { JsonValue } from '#shared/contract/json.ts';
import { AppError } from '../app-error.ts';
import { columnsOf } from './change-triggers.ts';
import { trackedTables } from './tracked-tables.ts';

/** At least 100 steps can be taken back; older ones go, so that the file does not grow for ever. */
const keptSteps = 200;
/** Typing in one field is one step while no pause is longer than this. */
const mergeWithinMs = 5 * 60_000;

export type StepDetails = { readonly [name: string]: JsonValue };

export type StepStart = { command: string; at: Date };

export type StepResult = {
  /** Null when the change cannot be taken back. */
  id: number | null;
  command: string;
  details: StepDetails;
  topics: Topic[];
};

/** Opens a step: from here to `endStep`, the triggers keep the inverse of every change. */
export function beginStep(connection: Database.Database, { command, at }: StepStart): number {
  const { lastInsertRowid } = connection
    .prepare("insert into undo_step (command, details_json, at, state) values (?, '{}', ?, 'done')")
    .run(command, at.toISOString());
  const id = Number(lastInsertRowid);
  connection
    .prepare('insert into current_step (id, at, command) values (?, ?, ?)')
    .run(id, at.toISOString(), command);
  return id;
}

export type StepEnd = {
  id: number;
  details: StepDetails;
  /** Joins this step to the last one when both carry the same key. */
  mergeKey: string | null;
  /** False for what must not be taken back, e.g. a final review. */
  undoable: boolean;
};

/**
 * Closes a step. A new step ends the possibility of redoing older ones; a step that changed
 * nothing leaves no trace.
 */
export function endStep(connection: Database.Database, end: StepEnd): StepResult | null {
  connection.exec('delete from current_step');
  const topics = topicsOf(connection, end.id);
  const { command } = stepRow(connection, end.id);
  const { details } = end;
  if (topics.length > 0) connection.exec("delete from undo_step where state = 'undone'");
  if (topics.length === 0 || !end.undoable) {
    forgetOverlapping(connection, end.id);
    return topics.length === 0 ? null : { id: null, command, details, topics };
  }
  connection
    .prepare('update undo_step set details_json = ?, merge_key = ? where id = ?')
    .run(JSON.stringify(details), end.mergeKey, end.id);
  const id = end.mergeKey === null ? end.id : mergeWithPrevious(connection, end.id);
  connection
    .prepare(
      'delete from undo_step where id < (select id from undo_step order by id desc limit 1 offset ?)',
    )
    .run(keptSteps - 1);
  return { id, command, details, topics };
}

/** Removes the step and every earlier one that touched a row of it. */
function forgetOverlapping(connection: Database.Database, id: number): void {
  connection
    .prepare(
      `delete from undo_step where id = @id or id in (
         select other.step_id from undo_change mine
         join undo_change other using (table_name, row_id)
         where mine.step_id = @id)`,
    )
    .run({ id });
}

/** Takes the last step back. @throws AppError nothing_to_undo */
export function undoLastStep(connection: Database.Database, at: Date): StepResult {
  const id = findStep(connection, "state = 'done' order by id desc");
  if (id === undefined) throw new AppError('nothing_to_undo');
  return swapStep(connection, { id, at, state: 'undone' });
}

/** Does the step that was taken back last again. @throws AppError nothing_to_redo */
export function redoLastStep(connection: Database.Database, at: Date): StepResult {
  const id = findStep(connection, "state = 'undone' order by id");
  if (id === undefined) throw new AppError('nothing_to_redo');
  return swapStep(connection, { id, at, state: 'done' });
}

/**
 * Makes earlier steps that touched these rows impossible to take back: what is final stays as
 * it is. Call it in the command that makes them final.
 */
export function sealRows(
  connection: Database.Database,
  rows: readonly { table: string; id: string }[],
): void {
  const forget = connection.prepare(
    'delete from undo_step where id in (select step_id from undo_change where table_name = ? and row_id = ?) and id not in (select id from current_step)',
  );
  for (const row of rows) forget.run(row.table, row.id);
}

type StepRow = { command: string; details_json: string; at: string; merge_key: string | null };

function stepRow(connection: Database.Database, id: number): StepRow {
  const row = connection
    .prepare<[number], StepRow>(
      'select command, details_json, at, merge_key from undo_step where id = ?',
    )
    .get(id);
  if (row === undefined) throw new Error(`No undo step ${id}`);
  return row;
}

function findStep(connection: Database.Database, where: string): number | undefined {
  return connection
    .prepare<[], number>(`select id from undo_step where ${where} limit 1`)
    .pluck()
    .get() as number | undefined;
}

function topicsOf(connection: Database.Database, stepId: number): Topic[] {
  const tables = connection
    .prepare<[number], string>('select distinct table_name from undo_change where step_id = ?')
    .pluck()
    .all(stepId);
  return [...new Set(tables.flatMap((table) => trackedTables[String(table)]?.topic ?? []))];
}

function mergeWithPrevious(connection: Database.Database, id: number): number {
  const previous = findStep(connection, `id < ${id} order by id desc`);
  if (previous === undefined) return id;
  const [older, newer] = [stepRow(connection, previous), stepRow(connection, id)];
  const pause = Date.parse(newer.at) - Date.parse(older.at);
  if (older.merge_key !== newer.merge_key || pause > mergeWithinMs) return id;
  connection
    .prepare('update or ignore undo_change set step_id = ? where step_id = ?')
    .run(previous, id);
  connection.prepare('update undo_step set at = ? where id = ?').run(newer.at, previous);
  connection.prepare('delete from undo_step where id = ?').run(id);
  return previous;
}

/**
 * Restores the rows of a step and keeps, by the same triggers, what they were until now: the
 * step then holds its own inverse, so undo and redo are one operation.
 */
function swapStep(
  connection: Database.Database,
  { id, at, state }: { id: number; at: Date; state: 'done' | 'undone' },
): StepResult {
  connection.pragma('defer_foreign_keys = on');
  const step = stepRow(connection, id);
  const topics = topicsOf(connection, id);
  const verb = state === 'undone' ? 'undo' : 'redo';
  const inverse = beginStep(connection, { command: `${verb}:${step.command}`, at });
  for (const table of touchedTables(connection, id)) restoreRows(connection, table, id);
  connection.exec('delete from current_step');
  connection.prepare('delete from undo_change where step_id = ?').run(id);
  connection.prepare('update undo_change set step_id = ? where step_id = ?').run(id, inverse);
  connection.prepare('delete from undo_step where id = ?').run(inverse);
  connection
    .prepare('update undo_step set state = ?, merge_key = null where id = ?')
    .run(state, id);
  return { id, command: step.command, details: JSON.parse(step.details_json), topics };
}

function touchedTables(connection: Database.Database, stepId: number): string[] {
  return connection
    .prepare<[number], { table_name: string }>(
      'select distinct table_name from undo_change where step_id = ?',
    )
    .all(stepId)
    .map((row) => row.table_name);
}

function restoreRows(connection: Database.Database, table: string, stepId: number): void {
  const columns = columnsOf(connection, table);
  const values = columns.map((column) => `json_extract(before_json, '$.${column}')`);
  const others = columns.filter((column) => column !== 'id');
  connection
    .prepare(
      `delete from ${table} where id in (select row_id from undo_change
       where step_id = ? and table_name = '${table}' and before_json is null)`,
    )
    .run(stepId);
  connection
    .prepare(
      `insert into ${table} (${columns.join(', ')})
       select ${values.join(', ')} from undo_change
       where step_id = ? and table_name = '${table}' and before_json is not null
       on conflict (id) do update set ${others.map((c) => `${c} = excluded.${c}`).join(', ')}`,
    )
    .run(stepId);
}
