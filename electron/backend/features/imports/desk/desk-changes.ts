import type { DeskChange } from '#shared/contract/imports-desk.ts';
import { assertNever } from '#shared/domain/assert-never.ts';
import { AppError } from '../../../app-error.ts';
import type { SheetState } from './desk-state.ts';
import type { ImportDesk } from './import-desk.ts';

type Change<Kind extends DeskChange['kind']> = Extract<DeskChange, { kind: Kind }>;

/** Cells that can be corrected here; who has more to correct does it in the file. */
const fixLimit = 10_000;

/** Does what the manager decided. What follows from it is found out by the next check. */
export async function applyChange(desk: ImportDesk, change: DeskChange): Promise<void> {
  switch (change.kind) {
    case 'encoding':
    case 'delimiter':
      return readAgain(desk, change);
    case 'headerLine':
      return desk.moveHeadings(sheetOf(desk, change.sheetId), change.line);
    case 'entity':
      return chooseEntity(sheetOf(desk, change.sheetId), change);
    case 'key':
      sheetOf(desk, change.sheetId).choices.key = change.key;
      return;
    case 'column':
      return chooseColumn(sheetOf(desk, change.sheetId), change);
    case 'options':
      return chooseOptions(desk, change);
    case 'rule':
      desk.state.choices.rules[change.rule] = change.isOn;
      return;
    case 'pipeline':
      return choosePipeline(desk, change);
    case 'stage':
      return chooseStage(desk, change);
    case 'name':
      return chooseName(desk, change);
    case 'rate':
      return chooseRate(desk, change);
    case 'cell':
      return fixCell(sheetOf(desk, change.sheetId), change);
    default:
      assertNever(change);
  }
}

/** @throws AppError not_found */
function sheetOf(desk: ImportDesk, sheetId: string): SheetState {
  const sheet = desk.findSheet(sheetId);
  if (sheet === undefined) throw new AppError('not_found');
  return sheet;
}

async function readAgain(
  desk: ImportDesk,
  change: Change<'encoding'> | Change<'delimiter'>,
): Promise<void> {
  const file = desk.state.files.find(({ id }) => id === change.fileId);
  if (file === undefined) throw new AppError('not_found');
  if (change.kind === 'encoding') file.choices.encoding = change.encoding;
  else file.choices.delimiter = change.delimiter;
  await desk.readAgain(file);
}

/** Columns of another kind of record mean other things. */
function chooseEntity(sheet: SheetState, { entity }: Change<'entity'>): void {
  sheet.choices = { entity, columns: {} };
}

function chooseColumn(sheet: SheetState, change: Change<'column'>): void {
  const { index, field, dayOrder, decimalMark, unit } = change;
  const columns = { ...sheet.choices.columns };
  // A field is in one column only: the one it was given to last.
  for (const [other, choice] of Object.entries(columns)) {
    if (field && choice.field === field) columns[Number(other)] = { ...choice, field: null };
  }
  columns[index] = {
    ...columns[index],
    ...(field === undefined ? {} : { field }),
    ...(dayOrder === undefined ? {} : { dayOrder }),
    ...(decimalMark === undefined ? {} : { decimalMark }),
    ...(unit === undefined ? {} : { unit }),
  };
  sheet.choices = { ...sheet.choices, columns };
}

function chooseOptions({ state }: ImportDesk, change: Change<'options'>): void {
  state.mode = change.mode ?? state.mode;
  state.clearsEmpty = change.clearsEmpty ?? state.clearsEmpty;
  state.createsMissing = change.createsMissing ?? state.createsMissing;
  state.dataAsOf = change.dataAsOf ?? state.dataAsOf;
}

/** Another pipeline has other stages, so what was chosen for them is void. */
function choosePipeline({ state }: ImportDesk, change: Change<'pipeline'>): void {
  const { value, pipelineId, name } = change;
  const { choices } = state;
  const before = state.proposal.pipelines.find((pipeline) => pipeline.value === value);
  choices.pipelines = choices.pipelines.filter((choice) => choice.value !== value);
  choices.pipelines.push({ value, pipelineId, ...(name === undefined ? {} : { name }) });
  if (before?.pipelineId === pipelineId) return;
  choices.stages = choices.stages.filter(({ pipelineValue }) => pipelineValue !== value);
  choices.orders = choices.orders.filter(({ pipelineValue }) => pipelineValue !== value);
}

function chooseStage({ state }: ImportDesk, change: Change<'stage'>): void {
  const { pipelineValue, value, target, position } = change;
  const { choices, proposal } = state;
  const isSame = (choice: { pipelineValue: string; value: string }) =>
    choice.pipelineValue === pipelineValue && choice.value === value;
  choices.stages = choices.stages.filter((choice) => !isSame(choice));
  choices.stages.push({ pipelineValue, value, target });
  if (position === undefined) return;
  const present = proposal.pipelines.find((pipeline) => pipeline.value === pipelineValue);
  const values = (present?.stages ?? [])
    .map((stage) => stage.value)
    .filter((other) => other !== value);
  values.splice(position, 0, value);
  choices.orders = choices.orders.filter((choice) => choice.pipelineValue !== pipelineValue);
  choices.orders.push({ pipelineValue, values });
}

function chooseName({ state }: ImportDesk, { of: kind, value, isSame }: Change<'name'>): void {
  const { choices } = state;
  choices.names = choices.names.filter((name) => name.kind !== kind || name.value !== value);
  choices.names.push({ kind, value, isSame });
}

function chooseRate({ state }: ImportDesk, { code, rate }: Change<'rate'>): void {
  const isRate = rate === null || (/^\d+(?:\.\d+)?$/.test(rate) && Number(rate) > 0);
  if (!isRate) throw new AppError('bad_input', { field: 'rate' });
  const { choices } = state;
  choices.rates = [...choices.rates.filter((choice) => choice.code !== code), { code, rate }];
}

function fixCell(sheet: SheetState, { line, index, text }: Change<'cell'>): void {
  const cells = sheet.fixes.get(line) ?? new Map<number, string>();
  if (text === null) cells.delete(index);
  else if (sheet.fixes.size < fixLimit || cells.size > 0) cells.set(index, text);
  if (cells.size === 0) sheet.fixes.delete(line);
  else sheet.fixes.set(line, cells);
}
