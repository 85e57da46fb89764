import type Database from 'better-sqlite3-multiple-ciphers';
import type { Topic } from '#shared/contract/events.ts';
import type { JsonValue } from '#shared/contract/json.ts';
import { prepared } from '../prepared.ts';
import { dropUnchanged, hasDeletion, tablesOf, topicsOf, writeHistory } from './step-changes.ts';

/** At least 100 steps can be taken back; older ones go, so that the file does not grow for ever. */
const keptSteps = 200;
/** Typing in one field is one step while no pause is longer than this. */
const mergeWithinMs = 5 * 60_000;

export type StepDetails = { readonly [name: string]: JsonValue };

export type RowName = { table: string; id: string };

export type StepStart = { command: string; at: Date };

export type StepResult = {
  /** Null when the change cannot be taken back. */
  id: number | null;
  command: string;
  details: StepDetails;
  topics: Topic[];
  hasDeletion: boolean;
};

/** Opens a step: from here to `closeStep`, the triggers keep the inverse of every change. */
export function beginStep(connection: Database.Database, { command, at }: StepStart): number {
  const { lastInsertRowid } = prepared(
    connection,
    "insert into undo_step (command, details_json, at, state) values (?, '{}', ?, 'done')",
  ).run(command, at.toISOString());
  const id = Number(lastInsertRowid);
  prepared(connection, 'insert into current_step (id) values (?)').run(id);
  return id;
}

export function closeStep(connection: Database.Database): void {
  prepared(connection, 'delete from current_step').run();
}

export type StepEnd = {
  id: number;
  details: StepDetails;
  /** Joins this step to the last one when both carry the same key. */
  mergeKey: string | null;
  /**
   * Rows that are final from now on, when the step is one that cannot be taken back (a final
   * review); null for all others.
   */
  sealed: readonly RowName[] | null;
};

/**
 * Ends a step and writes the history of its rows. A new step ends the possibility of redoing
 * older ones, unless it cannot be taken back itself and touches nothing of theirs (a document that
 * was printed); a step that changed nothing leaves no trace.
 */
export function endStep(connection: Database.Database, end: StepEnd): StepResult | null {
  closeStep(connection);
  const { at, command } = stepRow(connection, end.id);
  dropUnchanged(connection, end.id);
  const tables = tablesOf(connection, end.id);
  if (tables.length === 0) {
    if (end.sealed !== null) {
      if (sharesRowsWithUndone(connection, end.id, end.sealed)) forgetUndone(connection);
      forgetSteps(connection, { ids: [], rows: end.sealed });
    }
    dropStep(connection, end.id);
    return null;
  }
  writeHistory(connection, { id: end.id, at, command });
  if (end.sealed === null || sharesRowsWithUndone(connection, end.id, end.sealed)) {
    forgetUndone(connection);
  }
  const result = {
    command,
    details: end.details,
    topics: topicsOf(tables),
    hasDeletion: hasDeletion(connection, end.id),
  };
  return { id: keepStep(connection, end), ...result };
}

function forgetUndone(connection: Database.Database): void {
  prepared(connection, "delete from undo_step where state = 'undone'").run();
}

/** True when redoing would meet a row that the step changed or made final. */
function sharesRowsWithUndone(
  connection: Database.Database,
  id: number,
  sealed: readonly RowName[],
): boolean {
  const shared = prepared(
    connection,
    `select exists (
         select 1 from undo_change theirs
         join undo_step on undo_step.id = theirs.step_id and undo_step.state = 'undone'
         where (theirs.table_name, theirs.row_id) in
           (select table_name, row_id from undo_change where step_id = :id
            union all
            select value ->> '$.table', value ->> '$.id' from json_each(:sealed)))`,
  )
    .pluck()
    .get({ id, sealed: JSON.stringify(sealed) });
  return shared === 1;
}

/** Gives the number back too: the newest number tells a backup whether anything has changed. */
function dropStep(connection: Database.Database, id: number): void {
  prepared(connection, 'delete from undo_step where id = ?').run(id);
  prepared(
    connection,
    "update sqlite_sequence set seq = ? where name = 'undo_step' and seq = ?",
  ).run(id - 1, id);
}

/** @returns the step that now holds the change, or null when it cannot be taken back */
function keepStep(connection: Database.Database, end: StepEnd): number | null {
  if (end.sealed !== null) {
    forgetSteps(connection, { ids: [end.id], rows: end.sealed });
    return null;
  }
  prepared(connection, 'update undo_step set details_json = ?, merge_key = ? where id = ?').run(
    JSON.stringify(end.details),
    end.mergeKey,
    end.id,
  );
  const id = end.mergeKey === null ? end.id : mergeWithPrevious(connection, end.id);
  prepared(
    connection,
    'delete from undo_step where id < (select id from undo_step order by id desc limit 1 offset ?)',
  ).run(keptSteps - 1);
  return id;
}

/**
 * Makes steps impossible to take back: the given ones, those that touched the given rows, and
 * every older one that shares a row with one of these, since taking that back would skip what
 * came after it.
 */
export function forgetSteps(
  connection: Database.Database,
  { ids, rows }: { ids: readonly number[]; rows: readonly RowName[] },
): void {
  prepared(
    connection,
    `with recursive gone (id) as (
         select value from json_each(:ids)
         union
         select step_id from undo_change where (table_name, row_id) in
           (select value ->> '$.table', value ->> '$.id' from json_each(:rows))
         union
         select older.step_id from gone
         join undo_change mine on mine.step_id = gone.id
         join undo_change older on older.table_name = mine.table_name
           and older.row_id = mine.row_id and older.step_id < mine.step_id)
       delete from undo_step where id in (select id from gone)`,
  ).run({ ids: JSON.stringify(ids), rows: JSON.stringify(rows) });
}

type StepRow = { command: string; details_json: string; at: string; merge_key: string | null };

export function stepRow(connection: Database.Database, id: number): StepRow {
  const row = prepared<[number], StepRow>(
    connection,
    'select command, details_json, at, merge_key from undo_step where id = ?',
  ).get(id);
  if (row === undefined) throw new Error(`No undo step ${id}`);
  return row;
}

function mergeWithPrevious(connection: Database.Database, id: number): number {
  const previous = prepared<[number], number>(
    connection,
    'select max(id) from undo_step where id < ?',
  )
    .pluck()
    .get(id);
  if (!previous) return id;
  const [older, newer] = [stepRow(connection, previous), stepRow(connection, id)];
  const pause = Math.abs(Date.parse(newer.at) - Date.parse(older.at));
  if (older.merge_key !== newer.merge_key || pause > mergeWithinMs) return id;
  // Rows that the older step knows keep the state from before it; the rest go with the newer one.
  prepared(connection, 'update or ignore undo_change set step_id = ? where step_id = ?').run(
    previous,
    id,
  );
  prepared(connection, 'update undo_step set at = ?, details_json = ? where id = ?').run(
    newer.at,
    newer.details_json,
    previous,
  );
  prepared(connection, 'delete from undo_step where id = ?').run(id);
  return previous;
}
