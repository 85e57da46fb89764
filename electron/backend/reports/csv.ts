import { csvCell } from '#shared/domain/imports/safe-cell.ts';
import { minorDigits } from '#shared/domain/money/currency.ts';
import { toDecimalText } from '#shared/domain/money/money.ts';
import type { Sheet, SheetColumnKind, SheetValue } from './sheet.ts';

const mark = '\ufeff';
const lineEnd = '\r\n';

/** A table as CSV: UTF-8 with a mark, so that Excel reads Chinese, and no cell that is a formula. */
export function toCsv(sheet: Sheet): Uint8Array {
  const lines = [csvLine(sheet.columns.map(({ heading }) => heading))];
  for (const row of sheet.rows) {
    lines.push(csvLine(sheet.columns.map(({ kind }, at) => plainValue(row[at], kind, sheet))));
  }
  return csvBytes(Buffer.from(lines.join('')));
}

export function csvLine(values: readonly (SheetValue | undefined)[]): string {
  return values.map((value) => csvCell(String(value ?? ''))).join(',') + lineEnd;
}

/** Puts the mark in front of finished lines. */
export function csvBytes(lines: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(mark), lines]);
}

/** A value as any program reads it: no grouping, a point, ISO dates. */
function plainValue(
  value: SheetValue | undefined,
  kind: SheetColumnKind,
  { currency }: Sheet,
): SheetValue {
  if (typeof value !== 'number') return value ?? null;
  if (kind === 'money' && Number.isInteger(value)) {
    return toDecimalText({ amountMinor: value, currency });
  }
  if (kind === 'money') return value / 10 ** minorDigits(currency);
  return kind === 'share' ? `${value / 100}%` : value;
}
