import type { CurrencyCode } from '#shared/domain/money/currency.ts';

/**
 * What a column's values are. `money` holds minor units, `share` basis points, `date` a local
 * `YYYY-MM-DD`, `moment` UTC ISO text. A value that does not fit its column is written as text.
 */
export type SheetColumnKind = 'text' | 'number' | 'money' | 'share' | 'date' | 'moment';

export type SheetColumn = {
  heading: string;
  kind: SheetColumnKind;
  /** In characters; the default follows the kind. */
  width?: number;
};

export type SheetValue = string | number | null;

/** A table on its way to XLSX or CSV. */
export type Sheet = {
  name: string;
  columns: readonly SheetColumn[];
  rows: Iterable<readonly SheetValue[]>;
  /** Of the columns of kind `money`. */
  currency: CurrencyCode;
};

/** A cell's value with its type settled: what every format writes. */
export type TypedCell =
  | { type: 'empty' }
  | { type: 'text'; text: string }
  | { type: 'number'; value: number }
  /** As UTC, so that no time zone moves it. */
  | { type: 'date'; value: Date };

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Settles what a value is in its column; text stays text, digit for digit. */
export function typedCell(value: SheetValue | undefined, kind: SheetColumnKind): TypedCell {
  if (value === null || value === undefined || value === '') return { type: 'empty' };
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return { type: 'empty' };
    return kind === 'text' ? { type: 'text', text: String(value) } : { type: 'number', value };
  }
  const date = kind === 'date' ? dayAsUtc(value) : kind === 'moment' ? localAsUtc(value) : null;
  return date === null ? { type: 'text', text: value } : { type: 'date', value: date };
}

function dayAsUtc(text: string): Date | null {
  const date = new Date(`${text}T00:00:00.000Z`);
  const isDay = dayPattern.test(text) && !Number.isNaN(date.getTime());
  return isDay && date.toISOString().startsWith(text) ? date : null;
}

/** The wall clock of the manager at that moment. */
function localAsUtc(text: string): Date | null {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) return null;
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
}
