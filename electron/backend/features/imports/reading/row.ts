import { fitLength } from '#shared/domain/text/graphemes.ts';

/** A cell as it was read: text as written, or a number of a spreadsheet. Blank is ''. */
export type RawCell = string | number;

/** What was odd about a line. The first three keep it from being imported. */
export type LineFault = 'too_many_columns' | 'cell_too_long' | 'unreadable' | 'stray_quote';

export type RawRow = {
  /** Line in the file, or row in the sheet, from 1. */
  line: number;
  cells: RawCell[];
  fault?: LineFault;
};

export const maxColumns = 500;
export const maxCellLength = 1_000_000;

/** A row without blank cells at its end; undefined when nothing is left. */
export function trimRow(row: RawRow): RawRow | undefined {
  let length = row.cells.length;
  while (length > 0 && isEmpty(row.cells[length - 1])) length -= 1;
  if (length === 0) return undefined;
  return length === row.cells.length ? row : { ...row, cells: row.cells.slice(0, length) };
}

function isEmpty(cell: RawCell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** Marks a row that is past a limit, and keeps of it what a list can show. */
export function limitRow(row: RawRow): RawRow {
  if (row.cells.length > maxColumns) {
    return {
      ...row,
      cells: row.cells.slice(0, maxColumns).map(shorten),
      fault: 'too_many_columns',
    };
  }
  const isLong = row.cells.some((cell) => typeof cell === 'string' && cell.length > maxCellLength);
  return isLong ? { ...row, cells: row.cells.map(shorten), fault: 'cell_too_long' } : row;
}

function shorten(cell: RawCell): RawCell {
  return typeof cell === 'string' ? fitLength(cell, 1000) : cell;
}
