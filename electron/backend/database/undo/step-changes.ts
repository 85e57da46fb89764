import type Database from 'better-sqlite3-multiple-ciphers';
import type { Topic } from '#shared/contract/events.ts';
import { prepared } from '../prepared.ts';
import { type Column, columnsOf, fromJson, rowToJson } from '../table-columns.ts';
import { type TrackedTable, trackedTables } from '../tracked-tables.ts';

/** A step and the moment and command its history is written under. */
export type StepMark = { id: number; at: string; command: string };

/** The tables that a step changed. */
export function tablesOf(connection: Database.Database, stepId: number): string[] {
  return prepared<[number], string>(
    connection,
    'select distinct table_name from undo_change where step_id = ?',
  )
    .pluck()
    .all(stepId);
}

export function topicsOf(tables: readonly string[]): Topic[] {
  return [...new Set(tables.flatMap((table) => trackedTables[table]?.topic ?? []))];
}

/** Forgets rows that are at the end of a step as they were before it. */
export function dropUnchanged(connection: Database.Database, stepId: number): void {
  for (const table of tablesOf(connection, stepId)) {
    const now = rowToJson(columnsOf(connection, table), 'now');
    const ofStep = `delete from undo_change where step_id = ? and table_name = '${table}'`;
    // Apart, because an import has hundreds of thousands of new rows that nobody needs to read.
    prepared(
      connection,
      `${ofStep} and before_json is null
         and not exists (select 1 from ${table} now where now.id = row_id)`,
    ).run(stepId);
    prepared(
      connection,
      `${ofStep} and before_json is not null
         and before_json = (select ${now} from ${table} now where now.id = row_id)`,
    ).run(stepId);
  }
}

/** True when a row that was there is gone or marked as deleted. */
export function hasDeletion(connection: Database.Database, stepId: number): boolean {
  return tablesOf(connection, stepId).some((table) => {
    const columns = columnsOf(connection, table);
    const isLive = columns.some((column) => column.name === 'deleted_at')
      ? 'and now.deleted_at is null'
      : '';
    return prepared(
      connection,
      `select 1 from undo_change where step_id = ? and table_name = '${table}'
         and before_json is not null
         and not exists (select 1 from ${table} now where now.id = row_id ${isLive}) limit 1`,
    )
      .pluck()
      .get(stepId);
  });
}

/** Writes one entry for each row that the step changed: which fields, from what to what. */
export function writeHistory(connection: Database.Database, step: StepMark): void {
  for (const table of tablesOf(connection, step.id)) {
    const watched = watchedColumns(columnsOf(connection, table), trackedTables[table]);
    if (watched.length > 0) writeTableHistory(connection, { table, watched, step });
  }
}

const bookkeeping = ['id', 'created_at', 'updated_at', 'rev'];

function watchedColumns(columns: readonly Column[], tracked?: TrackedTable): Column[] {
  const history = tracked?.history ?? 'none';
  if (history === 'none') return [];
  const left = history === 'all' ? bookkeeping : [...bookkeeping, ...history.except];
  return columns.filter(({ name, type }) => type !== 'BLOB' && !left.includes(name));
}

function writeTableHistory(
  connection: Database.Database,
  { table, watched, step }: { table: string; watched: readonly Column[]; step: StepMark },
): void {
  const before = (column: Column) => fromJson(column, 'before_json');
  const differs = watched.map((column) => `${before(column)} is not now.${column.name}`);
  const fields = watched.map(
    (column) =>
      `select '${column.name}' as field, ${before(column)} as before, now.${column.name} as after`,
  );
  prepared(
    connection,
    `insert into record_change (table_name, row_id, at, command, changes_json)
       select '${table}', row_id, ?, ?,
         (select json_group_object(field, json_array(before, after))
          from (${fields.join(' union all ')}) where before is not after)
       from undo_change join ${table} now on now.id = row_id
       where step_id = ? and table_name = '${table}' and before_json is not null
         and (${differs.join(' or ')})`,
  ).run(step.at, step.command, step.id);
}
