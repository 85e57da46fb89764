import { isBlankCell } from '#shared/domain/text/blank.ts';
import { type DateShape, type DayOrder, dateShape, foldDateText, parseDate } from './parse-date.ts';

/** What a whole column says about how its dates are written. */
export type DateColumnFinding = Readonly<{
  /**
   * `plain`: no date depends on the order · `certain`: values leave one order · `ambiguous`: both fit,
   * ask, `order` is the likelier · `mixed`: values contradict each other · `none`: not a date column.
   */
  status: 'plain' | 'certain' | 'ambiguous' | 'mixed' | 'none';
  order: DayOrder | null;
  /** Filled samples, and how many of them are dates under the found order. */
  filled: number;
  matched: number;
}>;

type OpenShape = Extract<DateShape, { kind: 'open' }>;

const NEEDED_SHARE = 0.8;

function isOpen(shape: DateShape | null): shape is OpenShape {
  return shape?.kind === 'open';
}

/** Runs of first-of-month dates show the day by its being 1 throughout. */
function likelierOrder(shapes: readonly OpenShape[]): DayOrder {
  const isSecondConstant = shapes.every(({ second }) => second === 1);
  const isFirstConstant = shapes.every(({ first }) => first === 1);
  return isSecondConstant && !isFirstConstant ? 'mdy' : 'dmy';
}

function orderOf(shapes: readonly OpenShape[]): Pick<DateColumnFinding, 'status' | 'order'> {
  const dayFirst = shapes.some(({ first, isDotted }) => first > 12 || isDotted);
  const monthFirst = shapes.some(({ second }) => second > 12);
  if (dayFirst && monthFirst) return { status: 'mixed', order: 'dmy' };
  if (dayFirst) return { status: 'certain', order: 'dmy' };
  if (monthFirst) return { status: 'certain', order: 'mdy' };
  const depends = shapes.filter(({ first, second }) => first !== second);
  if (depends.length === 0) return { status: 'plain', order: null };
  return { status: 'ambiguous', order: likelierOrder(depends) };
}

function isDate(text: string, order: DayOrder | null): boolean {
  return parseDate(text, { timeZone: 'UTC', ...(order ? { order } : {}) }).ok;
}

/**
 * How a column writes its dates: ['3/5/2024', '3/15/2024'] → certain, mdy; ['3/5/2024'] → ambiguous.
 * Give it every value or a large sample: one day past the 12th decides for the whole column.
 * Five-digit numbers count as a workbook's day counts, so ask only about a column meant for dates.
 */
export function detectDateColumn(samples: readonly string[]): DateColumnFinding {
  const texts = samples.filter((sample) => !isBlankCell(sample)).map(foldDateText);
  const found = orderOf(texts.map(dateShape).filter(isOpen));
  const isOther = (text: string) => found.status === 'mixed' && isDate(text, 'mdy');
  const dates = texts.filter((text) => isDate(text, found.order) || isOther(text)).length;
  const filled = texts.length;
  const matched = texts.filter((text) => isDate(text, found.order)).length;
  const isColumn = filled > 0 && dates >= filled * NEEDED_SHARE;
  return { ...(isColumn ? found : { status: 'none', order: null }), filled, matched };
}
