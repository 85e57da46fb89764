import type { NoteCode } from '#shared/contract/imports-desk.ts';
import type { ImportEntity, ImportField } from '#shared/contract/imports-fields.ts';
import { type DateProblem, type DateResult, parseDate } from '#shared/domain/dates/parse-date.ts';
import { toInstant } from '#shared/domain/dates/time-zone.ts';
import { fieldKind } from '#shared/domain/imports/import-fields.ts';
import { parseProbability } from '#shared/domain/imports/probability.ts';
import type { CurrencyCode } from '#shared/domain/money/currency.ts';
import { type AmountProblem, parseAmount } from '#shared/domain/money/parse-amount.ts';
import { isBlankCell } from '#shared/domain/text/blank.ts';
import type { RawCell } from '../reading/row.ts';
import { readChoice } from './choices.ts';
import { cleanLine, cleanNote } from './clean-text.ts';
import type { ColumnPlan, ImportPlan } from './import-plan.ts';

export type CellValue = string | number | null;

/** What a cell says. With a note, the value is what is left of it, null when nothing is. */
export type CellReading = {
  value: CellValue;
  note?: NoteCode;
  /** The currency of an amount that is not the workspace's. */
  currency?: CurrencyCode;
};

export type CellReader = (cell: RawCell) => CellReading;

const blank: CellReading = { value: null };
const maxLine = 300;
const remembered = 20_000;
const formulaError = /^#(?:REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;

/** Fields a record can do without: what cannot be read is left out, and the row goes in. */
const dispensable: ReadonlySet<ImportField> = new Set<ImportField>([
  'level',
  'employees',
  'founded_year',
  'annual_revenue',
  'duration_minutes',
  'probability',
  'forecast_category',
  'joined_on',
  'left_on',
  'is_active',
  'next_step_on',
]);

/** How the cells of a column are read. Dates and amounts come again and again and are read once. */
export function cellReader(
  column: ColumnPlan,
  { entity, plan }: { entity: ImportEntity; plan: ImportPlan },
): CellReader {
  const read = readerFor(column, entity, plan);
  if (read === readLine || read === readNote) return read;
  const known = new Map<RawCell, CellReading>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const reading = withFallback(read(cell), column.field);
    if (known.size < remembered) known.set(cell, reading);
    return reading;
  };
}

function withFallback(reading: CellReading, field: ImportField): CellReading {
  const isLost = reading.note !== undefined && reading.value === null;
  return isLost && dispensable.has(field) ? { value: null, note: 'left_out' } : reading;
}

const notes: readonly ImportField[] = ['description', 'loss_note', 'content', 'outcome'];
const choices: Readonly<Record<ImportEntity, readonly ImportField[]>> = {
  deals: ['status', 'forecast_category'],
  accounts: ['level'],
  people: ['is_active'],
  products: [],
  activities: ['kind', 'status'],
};

function readerFor(column: ColumnPlan, entity: ImportEntity, plan: ImportPlan): CellReader {
  const { field } = column;
  if (notes.includes(field)) return readNote;
  if (choices[entity].includes(field)) return (cell) => readChosen(cell, entity, field);
  if (field === 'happened_at') return (cell) => readMoment(cell, column, plan);
  switch (fieldKind(entity, field)) {
    case 'date':
      return (cell) => readDate(cell, column, plan);
    case 'amount':
      return (cell) => readMoney(cell, column, plan);
    case 'number':
      return (cell) => readCount(cell, column);
    case 'probability':
      return (cell) => readShare(cell, column);
    default:
      return readLine;
  }
}

/** Marks for "nothing here" are no longer than this. */
const blankLength = 9;

function readLine(cell: RawCell): CellReading {
  const { text, hadControls } = cleanLine(cell);
  if (text.length <= blankLength && isBlankCell(text)) return blank;
  if (text.startsWith('#') && formulaError.test(text))
    return { value: null, note: 'formula_error' };
  if (text.length > maxLine) return { value: null, note: 'cell_too_long' };
  if (text.includes('\ufffd')) return { value: null, note: 'unreadable_characters' };
  return hadControls ? { value: text, note: 'hidden_characters' } : { value: text };
}

function readNote(cell: RawCell): CellReading {
  const { text, hadControls } = cleanNote(cell);
  if (text === '') return blank;
  return hadControls ? { value: text, note: 'hidden_characters' } : { value: text };
}

const dateNotes: Readonly<Record<Exclude<DateProblem, 'blank'>, NoteCode>> = {
  not_a_date: 'not_a_date',
  no_such_day: 'no_such_day',
  ambiguous: 'ambiguous_date',
  out_of_range: 'date_out_of_range',
};

function parsedDate(cell: RawCell, { dayOrder }: ColumnPlan, { timeZone }: ImportPlan): DateResult {
  return parseDate(cell, { timeZone, ...(dayOrder === null ? {} : { order: dayOrder }) });
}

function readDate(cell: RawCell, column: ColumnPlan, plan: ImportPlan): CellReading {
  const result = parsedDate(cell, column, plan);
  if (result.ok) return { value: result.on };
  return result.problem === 'blank' ? blank : { value: null, note: dateNotes[result.problem] };
}

function readMoment(cell: RawCell, column: ColumnPlan, plan: ImportPlan): CellReading {
  const result = parsedDate(cell, column, plan);
  if (result.ok) return { value: toInstant(result, plan.timeZone) };
  return result.problem === 'blank' ? blank : { value: null, note: dateNotes[result.problem] };
}

const amountNotes: Readonly<Record<Exclude<AmountProblem, 'blank'>, NoteCode>> = {
  not_an_amount: 'not_an_amount',
  grouping: 'not_an_amount',
  percentage: 'not_an_amount',
  too_large: 'amount_too_large',
};

function readMoney(cell: RawCell, column: ColumnPlan, { currency }: ImportPlan): CellReading {
  const { decimalMark, unit } = column;
  const result = parseAmount(cell, { currency, decimalMark, unitFactor: unit });
  if (!result.ok) {
    return result.problem === 'blank' ? blank : { value: null, note: amountNotes[result.problem] };
  }
  const reading: CellReading = { value: result.amountMinor };
  if (result.isRounded) reading.note = 'rounded';
  if (result.currency !== currency) reading.currency = result.currency;
  return reading;
}

/** Whole numbers such as staff or minutes; a unit or a word beside them does no harm. */
function readCount(cell: RawCell, { decimalMark }: ColumnPlan): CellReading {
  const bare =
    typeof cell === 'number' ? cell : cell.replace(/(?:人|名|分钟|年|min|mins|minutes)$/i, '');
  const result = parseAmount(bare, { currency: 'JPY', decimalMark });
  if (result.ok && result.amountMinor >= 0) return { value: result.amountMinor };
  return isBlankCell(String(cell)) ? blank : { value: null, note: 'not_an_amount' };
}

/** A share in basis points. */
function readShare(cell: RawCell, { isFraction }: ColumnPlan): CellReading {
  const result = parseProbability(cell, isFraction ? 'fraction' : 'percent');
  if (result.ok) return { value: result.probabilityBp };
  return result.problem === 'blank' ? blank : { value: null, note: 'not_an_amount' };
}

function readChosen(cell: RawCell, entity: ImportEntity, field: ImportField): CellReading {
  const { text } = cleanLine(cell);
  if (isBlankCell(text)) return blank;
  const value = readChoice(entity, field, text);
  return value === undefined ? { value: null, note: 'unknown_choice' } : { value };
}
