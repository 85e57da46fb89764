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
  const before = await findEditable(context, field);
  if (before === text) return;
  step.mergeWith(`${field.table}.${field.field}:${field.id}`);
  const now = platform.now();
  const lastAt = await repository.findLastRevisionAt(db, field);
  if (lastAt === undefined || now.getTime() - Date.parse(lastAt) > newRevisionAfterMs) {
    await repository.insertRevision(db, field, { text: before, at: now.toISOString() });
  }
  await repository.updateText(db, field, { text, at: now.toISOString() });
}

/** Replaces a long text as a whole. What it was becomes a revision, and the step stands alone. */
export async function replaceText(
  context: CommandContext,
  { text, ...field }: TextField & { text: string },
): Promise<void> {
  const { db, platform } = context;
  const before = await findEditable(context, field);
  if (before === text) return;
  const at = platform.now().toISOString();
  await repository.insertRevision(db, field, { text: before, at });
  await repository.updateText(db, field, { text, at });
}

async function findEditable(context: CommandContext, field: TextField): Promise<string> {
  await registered(field).assertEditable(context, field.id);
  const text = await repository.findText(context.db, field);
  if (text === undefined) throw new AppError('not_found');
  return text;
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
