import type Database from 'better-sqlite3-multiple-ciphers';
import { type Column, columnsOf, rowToJson } from '../table-columns.ts';
import { trackedTables } from '../tracked-tables.ts';

/**
 * Installs the triggers that keep the inverse of every change (sqlite.org/undoredo.html) and the
 * list of what the search must read again.
 *
 * They are TEMP triggers, so they live on the writing connection only: the file holds no code for
 * this, a migration never sets them off, and a copy of the file opens without them.
 *
 * They say `on conflict do nothing`, because an upsert that fires them would override
 * `insert or ignore`.
 */
export function installChangeTriggers(connection: Database.Database): void {
  connection.exec('create temp table current_step (id integer not null)');
  for (const [table, { searched }] of Object.entries(trackedTables)) {
    connection.exec(undoTriggers(table, columnsOf(connection, table)));
    if (searched) connection.exec(searchTriggers(table, searched));
  }
}

const events = ['insert', 'update', 'delete'] as const;

/** Only the first touch of a row in a step is kept: taking the step back restores that state. */
function undoTriggers(table: string, columns: readonly Column[]): string {
  const before = rowToJson(columns, 'old');
  return events
    .map((event) => {
      const row = event === 'insert' ? 'new' : 'old';
      const frozenId =
        event === 'update' ? `select raise(abort, 'ids stay') where new.id is not old.id;` : '';
      return `
create temp trigger undo_${table}_${event} after ${event} on main.${table}
when exists (select 1 from current_step)
begin
  ${frozenId}
  insert into undo_change (step_id, table_name, row_id, before_json)
  select id, '${table}', ${row}.id, ${event === 'insert' ? 'null' : before} from current_step
  where true on conflict do nothing;
end;`;
    })
    .join('\n');
}

function searchTriggers(table: string, searched: true | { as: string; by: string }): string {
  const { as, by } = searched === true ? { as: table, by: 'id' } : searched;
  return events
    .map((event) => {
      const row = event === 'delete' ? 'old' : 'new';
      return `
create temp trigger search_${table}_${event} after ${event} on main.${table}
begin insert into search_dirty values ('${as}', ${row}.${by}) on conflict do nothing; end;`;
    })
    .join('\n');
}
