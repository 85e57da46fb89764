import type { NoteCode } from '#shared/contract/imports-desk.ts';
import type { ImportField } from '#shared/contract/imports-fields.ts';
import { fieldKind } from '#shared/domain/imports/import-fields.ts';
import { currencyFromSign } from '#shared/domain/money/currency.ts';
import { convertMoney } from '#shared/domain/money/money.ts';
import type { LineFault, RawCell, RawRow } from '../reading/row.ts';
import { readStaged } from '../reading/staged-sheet.ts';
import { type CellReader, type CellReading, type CellValue, cellReader } from './cell-reader.ts';
import type { ColumnPlan, ImportPlan, SheetPlan } from './import-plan.ts';
import { noteLevel } from './note-levels.ts';

/** Something about a row, or about one cell of it. */
export type RowNote = {
  code: NoteCode;
  index: number | null;
  field: ImportField | null;
  detail: string;
};

/** A row as its columns were understood, before anything is looked up. */
export class RowDraft {
  readonly sheet: SheetPlan;
  readonly line: number;
  readonly cells: readonly RawCell[];
  readonly notes: RowNote[] = [];
  /** Fields that say something. A blank cell says nothing, or null when blanks clear. */
  readonly values = new Map<ImportField, CellValue>();

  constructor(sheet: SheetPlan, { line, cells }: RawRow) {
    this.sheet = sheet;
    this.line = line;
    this.cells = cells;
  }

  note(code: NoteCode, field: ImportField | null = null, detail = ''): void {
    const column = this.sheet.columns.find((candidate) => candidate.field === field);
    this.notes.push({ code, field, index: column?.index ?? null, detail });
  }

  text(field: ImportField): string {
    const value = this.values.get(field);
    return value === null || value === undefined ? '' : String(value);
  }

  number(field: ImportField): number | null {
    const value = this.values.get(field);
    return typeof value === 'number' ? value : null;
  }

  /** What is known of a field for a record: undefined leaves it as it is. */
  given(field: ImportField): string | null | undefined {
    const value = this.values.get(field);
    return typeof value === 'number' ? String(value) : value;
  }

  /** True when the row cannot go in. */
  get isReturned(): boolean {
    return this.notes.some(({ code }) => noteLevel(code) === 'reject');
  }

  get isLeftAlone(): boolean {
    return this.notes.some(({ code }) => noteLevel(code) === 'skip');
  }
}

type Reader = { column: ColumnPlan; read: CellReader };

/** The rows below a sheet's headings, in batches. */
export async function* readDrafts(sheet: SheetPlan, plan: ImportPlan): AsyncGenerator<RowDraft[]> {
  const readers = sheet.columns.map(
    (column): Reader => ({
      column,
      read: cellReader(column, { entity: sheet.entity, plan }),
    }),
  );
  const toDraft = (row: RawRow) => readRow(sheet, row, { plan, readers });
  for await (const rows of readStaged(sheet.staged)) {
    yield rows.filter(({ line }) => line > sheet.headerLine).map(toDraft);
  }
}

type Reading = { plan: ImportPlan; readers: readonly Reader[] };

function readRow(sheet: SheetPlan, row: RawRow, reading: Reading): RowDraft {
  const fixes = sheet.fixes[row.line];
  const cells = fixes === undefined ? row.cells : fixed(row.cells, fixes);
  const draft = new RowDraft(sheet, { ...row, cells });
  if (row.fault !== undefined) draft.note(faultNotes[row.fault]);
  if (draft.isReturned) return draft;
  if (isTotalRow(draft)) draft.note('total_row');
  if (
    cells.length > sheet.headings.length &&
    cells.slice(sheet.headings.length).some((cell) => cell !== '')
  ) {
    draft.note('extra_cells');
  }
  readCells(draft, reading);
  return draft;
}

function fixed(cells: readonly RawCell[], fixes: Readonly<Record<number, string>>): RawCell[] {
  const copy = [...cells];
  for (const [index, text] of Object.entries(fixes)) {
    while (copy.length < Number(index)) copy.push('');
    copy[Number(index)] = text;
  }
  return copy;
}

const faultNotes: Readonly<Record<LineFault, NoteCode>> = {
  too_many_columns: 'too_many_columns',
  cell_too_long: 'cell_too_long',
  unreadable: 'unreadable_characters',
  stray_quote: 'stray_quote',
};

/** The sum below a report, which is no record. */
function isTotalRow({ cells, sheet }: RowDraft): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const [first] = filled;
  return (
    typeof first === 'string' &&
    filled.length * 2 <= sheet.headings.length &&
    /^(?:合计|总计|小计|总和|grand total|sub-?total|totals?|sum)\s*[:：]?$/i.test(first.trim())
  );
}

function readCells(draft: RowDraft, { plan, readers }: Reading): void {
  for (const { column, read } of readers) {
    const cell = draft.cells[column.index] ?? '';
    const { field, index } = column;
    const reading = read(cell);
    const { value, note } = reading.currency === undefined ? reading : exchanged(reading, plan);
    if (note !== undefined)
      draft.notes.push({ code: note, field, index, detail: detailOf(note, reading) });
    if (value !== null) {
      if (draft.values.get(field) === undefined || draft.values.get(field) === null)
        draft.values.set(field, value);
    } else if (plan.clearsEmpty && note === undefined && !draft.values.has(field)) {
      draft.values.set(field, null);
    }
  }
  if (draft.values.get('currency')) applyCurrency(draft, plan);
}

function detailOf(note: NoteCode, { currency }: CellReading): string {
  return note === 'other_currency' ? (currency ?? '') : '';
}

/** An amount that names another currency, at the rate the manager gave. */
function exchanged({ value, currency = '' }: CellReading, plan: ImportPlan): CellReading {
  const rate = Object.hasOwn(plan.rates, currency) ? plan.rates[currency] : undefined;
  const unknown: CellReading = { value: null, note: 'other_currency', currency };
  if (rate === undefined || typeof value !== 'number') return unknown;
  const exchange = { from: currency, to: plan.currency, rate };
  const money = convertMoney({ amountMinor: value, currency }, exchange);
  return money === null ? unknown : { value: money.amountMinor };
}

/** A column that names the currency of each row speaks for amounts that name none themselves. */
function applyCurrency(draft: RowDraft, plan: ImportPlan): void {
  const { entity, columns } = draft.sheet;
  const code = currencyFromSign(draft.text('currency'), plan.currency);
  if (code === plan.currency) return;
  for (const column of columns.filter(({ field }) => fieldKind(entity, field) === 'amount')) {
    if (draft.number(column.field) === null) continue;
    const cell = draft.cells[column.index] ?? '';
    const inOwn = { entity, plan: { ...plan, currency: code ?? plan.currency } };
    const reading = cellReader(column, inOwn)(cell);
    const { value, note } = exchanged({ ...reading, currency: code ?? '' }, plan);
    draft.values.delete(column.field);
    if (note === undefined) draft.values.set(column.field, value);
    else draft.note(note, 'currency', code ?? draft.text('currency'));
  }
}
