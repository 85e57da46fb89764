import type { TaskContext } from '../../../rpc/context.ts';
import { findProfile } from '../import-log.repository.ts';
import { headingsKey, type ProfileChoices, storedChoices } from '../planning/profile.ts';
import type { ColumnChoice } from '../planning/understand-sheet.ts';
import type { DeskState, SheetState } from './desk-state.ts';

/** Understands a sheet as one with the same headings was understood before. */
export async function takeProfile(
  context: TaskContext,
  state: DeskState,
  sheet: SheetState,
): Promise<void> {
  const key = headingsKey(sheet.columns.map(({ heading }) => heading));
  if (key === '') return;
  const row = await context.read(({ db }) => findProfile(db, key));
  const known = row && storedChoices.readIfKnown(row.choices_json);
  if (!known) return;
  const { entity, key: keyField, columns } = known;
  sheet.profile = row.name;
  sheet.choices = { entity, columns: columnChoices(sheet, columns) };
  if (keyField !== null) sheet.choices.key = keyField;
  takeDecisions(state, known);
}

function columnChoices(
  sheet: SheetState,
  columns: ProfileChoices['columns'],
): Record<number, ColumnChoice> {
  const choices: Record<number, ColumnChoice> = {};
  for (const { index, heading } of sheet.columns) {
    const known = columns.find((column) => column.heading === heading);
    if (known === undefined) continue;
    const { heading: _, ...choice } = known;
    choices[index] = withoutUndefined(choice);
  }
  return choices;
}

function withoutUndefined<T extends object>(
  value: T,
): { [K in keyof T]: Exclude<T[K], undefined> } {
  const given = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** Decisions that are about the import as a whole. */
function takeDecisions(state: DeskState, known: ProfileChoices): void {
  const { mode, clearsEmpty, createsMissing, rules, pipelines, stages, names } = known;
  Object.assign(state, { mode, clearsEmpty, createsMissing });
  const { choices } = state;
  for (const { rule, isOn } of rules) choices.rules[rule] = isOn;
  choices.pipelines.push(...pipelines);
  choices.stages.push(...stages);
  choices.names.push(...names);
}
