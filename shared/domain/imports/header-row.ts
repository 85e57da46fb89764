import { parseDate } from '#shared/domain/dates/parse-date.ts';
import { parseAmount } from '#shared/domain/money/parse-amount.ts';
import { isBlank } from '#shared/domain/text/blank.ts';
import { matchHeading, readHeading } from './headings.ts';
import { IMPORT_ENTITIES } from './import-fields.ts';

export type HeaderRow = Readonly<{
  /** Null where the sheet starts with data right away. */
  index: number | null;
  /** True where its words are known headings, or stand over cells of another kind. */
  isCertain: boolean;
}>;

const ROWS_LOOKED_AT = 20;
const CALM_SHARE = 0.1;

function isFigure(cell: string): boolean {
  return (
    parseAmount(cell, { currency: 'CNY', decimalMark: '.' }).ok ||
    parseAmount(cell, { currency: 'CNY', decimalMark: ',' }).ok ||
    parseDate(cell, { order: 'dmy', timeZone: 'UTC' }).ok ||
    /^\S+@\S+$|^https?:/.test(cell.trim())
  );
}

function isKnownHeading(cell: string): boolean {
  const heading = readHeading(cell);
  return IMPORT_ENTITIES.some((entity) => matchHeading(heading, entity) !== null);
}

type RowLook = Readonly<{
  index: number;
  filled: number;
  figures: number;
  known: number;
  repeats: number;
}>;

function lookAt(row: readonly string[], index: number): RowLook {
  const cells = row.filter((cell) => !isBlank(cell));
  return {
    index,
    filled: cells.length,
    figures: cells.filter(isFigure).length,
    known: cells.filter(isKnownHeading).length,
    repeats: cells.length - new Set(cells).size,
  };
}

/** A row of words, as wide as the sheet is, that a heading line could be. */
function canBeHeader({ filled, figures, known }: RowLook, width: number): boolean {
  const isOfWords = figures <= filled * CALM_SHARE || known * 2 >= filled;
  return filled > 0 && filled * 2 >= width && isOfWords;
}

/**
 * The row that holds the headings: titles and notes above it are passed over. A sheet whose first
 * rows are all data has none.
 */
export function detectHeaderRow(rows: readonly (readonly string[])[]): HeaderRow {
  const looks = rows.slice(0, ROWS_LOOKED_AT).map(lookAt);
  const width = Math.max(0, ...looks.map(({ filled }) => filled));
  const candidates = looks.filter((look) => canBeHeader(look, width));
  const score = ({ known, repeats }: RowLook) => known - 2 * repeats;
  const best = candidates.toSorted((a, b) => score(b) - score(a) || a.index - b.index)[0];
  if (!best) return { index: null, isCertain: looks.length > 0 };
  const below = looks.filter(({ index, filled }) => index > best.index && filled > 0);
  const standsOverFigures = below.length > 0 && below.every(({ figures }) => figures > 0);
  return { index: best.index, isCertain: best.known * 2 >= best.filled || standsOverFigures };
}
