import type { TextField } from '#shared/contract/texts.ts';
import { AppError } from '../../app-error.ts';
import type { CommandContext, QueryContext } from '../../rpc/context.ts';
import * as repository from './text.repository.ts';
import { type TextFields, textFields } from './text-fields.ts';

/** A pause this long starts a new revision. */
const newRevisionAfterMs = 60_000;

/** Keeps a long text. What it was before this spell of typing becomes a revision. */
export async function saveText(
  context: CommandContext,
  { text, ...field }: TextField & { text: string },
): Promise<void> {
  const { db, platform, step } = context;
  await registered(field).assertEditable(context, field.id);
  const before = await repository.findText(db, field);
  if (before === undefined) throw new AppError('not_found');
  if (before === text) return;
  step.mergeWith(`${field.table}.${field.field}:${field.id}`);
  const now = platform.now();
  const lastAt = await repository.findLastRevisionAt(db, field);
  if (lastAt === undefined || now.getTime() - Date.parse(lastAt) > newRevisionAfterMs) {
    await repository.insertRevision(db, field, { text: before, at: now.toISOString() });
  }
  await repository.updateText(db, field, { text, at: now.toISOString() });
}

export async function listRevisions({ db }: QueryContext, field: TextField) {
  registered(field);
  return repository.listRevisions(db, field);
}

/** Table and column come from the caller, so only those on the list are ever put into SQL. */
function registered({ table, field }: TextField): TextFields {
  const entry = Object.hasOwn(textFields, table) ? textFields[table] : undefined;
  if (entry?.fields.includes(field)) return entry;
  throw new AppError('bad_input', { field: `${table}.${field}` });
}
