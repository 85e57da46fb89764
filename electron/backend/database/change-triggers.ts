import type Database from 'better-sqlite3-multiple-ciphers';
import { type TrackedTable, trackedTables } from './tracked-tables.ts';

/**
 * Installs the triggers that keep the inverse of every change (sqlite.org/undoredo.html), the
 * history of every record and the list of what the search must read again.
 *
 * They are TEMP triggers, so they live on the writing connection only: the file holds no code, a
 * migration never sets them off, and a copy of the file opens without them. They say `on conflict
 * do nothing`, because an upsert that fires them would override `insert or ignore`.
 */
export function installChangeTriggers(connection: Database.Database): void {
  connection.exec('create temp table current_step (id integer not null, at text, command text)');
  for (const [table, tracked] of Object.entries(trackedTables)) {
    const columns = columnsOf(connection, table);
    connection.exec(undoTriggers(table, columns));
    const watched = historyColumns(columns, tracked);
    if (watched.length > 0) connection.exec(historyTrigger(table, watched));
    if (tracked.searched) connection.exec(searchTriggers(table));
  }
}

export function columnsOf(connection: Database.Database, table: string): string[] {
  return connection
    .prepare<[string], { name: string }>('select name from pragma_table_info(?)')
    .all(table)
    .map((column) => column.name);
}

const bookkeeping = ['id', 'created_at', 'updated_at', 'rev'];

function historyColumns(columns: readonly string[], { history }: TrackedTable): string[] {
  if (history === 'none') return [];
  const except = history === 'all' ? [] : history.except;
  return columns.filter((column) => !bookkeeping.includes(column) && !except.includes(column));
}

/**
 * Only the first touch of a row in a step is kept: taking the step back restores that state.
 * `or ignore` would not do here: the conflict clause of the statement that fires a trigger
 * replaces the trigger's own (sqlite.org/lang_createtrigger.html).
 */
function undoTriggers(table: string, columns: readonly string[]): string {
  const before = `json_object(${columns.map((column) => `'${column}', old.${column}`).join(', ')})`;
  return (['insert', 'update', 'delete'] as const)
    .map((event) => {
      const row = event === 'insert' ? 'new' : 'old';
      return `
create temp trigger undo_${table}_${event} after ${event} on main.${table}
when exists (select 1 from current_step)
begin
  insert into undo_change (step_id, table_name, row_id, before_json)
  select id, '${table}', ${row}.id, ${event === 'insert' ? 'null' : before} from current_step
  where true on conflict do nothing;
end;`;
    })
    .join('\n');
}

function historyTrigger(table: string, columns: readonly string[]): string {
  const pairs = columns
    .map((column) => `select '${column}' as field, old.${column} as before, new.${column} as after`)
    .join(' union all ');
  const differs = columns.map((column) => `old.${column} is not new.${column}`).join(' or ');
  return `
create temp trigger history_${table} after update on main.${table}
when exists (select 1 from current_step) and (${differs})
begin
  insert into record_change (table_name, row_id, at, command, changes_json)
  select '${table}', new.id, current_step.at, current_step.command,
    (select json_group_object(field, json_array(before, after)) from (${pairs})
      where before is not after)
  from current_step;
end;`;
}

function searchTriggers(table: string): string {
  return (['insert', 'update', 'delete'] as const)
    .map((event) => {
      const row = event === 'delete' ? 'old' : 'new';
      return `
create temp trigger search_${table}_${event} after ${event} on main.${table}
begin insert into search_dirty values ('${table}', ${row}.id) on conflict do nothing; end;`;
    })
    .join('\n');
}
