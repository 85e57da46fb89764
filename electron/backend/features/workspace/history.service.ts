import type { JsonValue } from '#shared/contract/json.ts';
import type { QueryContext } from '../../rpc/context.ts';

/** The steps that can be taken back, newest first. */
export async function listUndoSteps({ db }: QueryContext) {
  const rows = await db
    .selectFrom('undo_step')
    .selectAll()
    .where('state', '=', 'done')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, command, details_json }) => ({
    id,
    command,
    details: JSON.parse(details_json) as Record<string, JsonValue>,
  }));
}

/** Every change of one record, newest first. */
export async function listHistory(
  { db }: QueryContext,
  { table, id }: { table: string; id: string },
) {
  const rows = await db
    .selectFrom('record_change')
    .select(['at', 'command', 'changes_json'])
    .where('table_name', '=', table)
    .where('row_id', '=', id)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ at, command, changes_json }) => ({
    at,
    command,
    changes: Object.entries(JSON.parse(changes_json) as Record<string, [JsonValue, JsonValue]>).map(
      ([field, [before, after]]) => ({ field, before, after }),
    ),
  }));
}
