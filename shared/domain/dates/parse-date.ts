import { isBlankCell } from '#shared/domain/text/blank.ts';
import { fromDayNumber, isLocalDate, localDate } from './local-date.ts';
import { type LocalDateTime, toLocalDateTime } from './time-zone.ts';

/** Which number of `3/5/2024` is the month. */
export type DayOrder = 'dmy' | 'mdy';

/** What is known about the column a date stands in. */
export type DateColumn = Readonly<{
  /** Left out: a date that depends on it is refused as ambiguous. */
  order?: DayOrder;
  /** The IANA zone in which instants such as `…T23:30Z` become days. */
  timeZone: string;
  /** Workbooks from old Macs count days from 1904. */
  serialSystem?: 1900 | 1904;
}>;

export type DateProblem = 'blank' | 'not_a_date' | 'no_such_day' | 'ambiguous' | 'out_of_range';

export type DateResult =
  | (LocalDateTime & Readonly<{ ok: true }>)
  | Readonly<{ ok: false; problem: DateProblem }>;

/** The numbers of a written date, and which of them is known to be what. */
export type DateShape =
  | Readonly<{ kind: 'known'; year: number; month: number; day: number; rest: string }>
  | Readonly<{
      kind: 'open';
      first: number;
      second: number;
      year: number;
      isDotted: boolean;
      rest: string;
    }>;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const YEAR_FIRST =
  /^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})(?:日|(?!\d))(?<rest>.*)$/;
const COMPACT = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)(?<rest>.*)$/;
const YEAR_LAST =
  /^(?<first>\d{1,2})(?<mark>[-/.])(?<second>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?!\d)(?<rest>.*)$/;
const DAY_NAMED =
  /^(?:[a-z]{3,9},? )?(?<day>\d{1,2})(?:st|nd|rd|th)?[-\s.]+(?<name>[a-z]{3,9})[-\s.,]+(?<year>\d{4}|\d{2})(?!\d)(?<rest>.*)$/i;
const NAMED_DAY =
  /^(?:[a-z]{3,9},? )?(?<name>[a-z]{3,9})[.\s]+(?<day>\d{1,2})(?:st|nd|rd|th)?[,\s]+(?<year>\d{4})(?!\d)(?<rest>.*)$/i;
const TIME =
  /^(?<before>上午|下午|早上|晚上|中午|凌晨)?\s*(?<hour>\d{1,2})(?::(?<minute>\d{1,2}))?(?::(?<second>\d{1,2})(?:[.,]\d+)?)?\s*(?<after>[ap]\.?m\.?)?$/i;
const ZONED =
  /^(?<day>\d{4}-\d{2}-\d{2})[T ](?<clock>\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i;
const WEEKDAY_MARK = /[(（]?(?:星期|周)[一二三四五六日天][)）]?/g;

type Groups = Readonly<Record<string, string | undefined>>;

function groupsOf(pattern: RegExp, text: string): Groups | null {
  return pattern.exec(text)?.groups ?? null;
}

function fullYear(text: string): number {
  if (text.length === 4) return Number(text);
  return Number(text) + (Number(text) < 70 ? 2000 : 1900);
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
}

function namedShape(text: string): DateShape | null {
  const groups = groupsOf(DAY_NAMED, text) ?? groupsOf(NAMED_DAY, text);
  if (!groups) return null;
  const { day, name = '', year = '', rest = '' } = groups;
  const month = monthNumber(name);
  return month === 0
    ? null
    : { kind: 'known', year: fullYear(year), month, day: Number(day), rest };
}

/** The numbers of a date as written, before anyone decides which is the month; null when it is none. */
export function dateShape(text: string): DateShape | null {
  const known = groupsOf(YEAR_FIRST, text) ?? groupsOf(COMPACT, text);
  if (known) {
    const { year, month, day, rest = '' } = known;
    return { kind: 'known', year: Number(year), month: Number(month), day: Number(day), rest };
  }
  const open = groupsOf(YEAR_LAST, text);
  if (!open) return namedShape(text);
  const { first, mark, second, year = '', rest = '' } = open;
  const numbers = { first: Number(first), second: Number(second), year: fullYear(year) };
  return { kind: 'open', ...numbers, isDotted: mark === '.', rest };
}

/** Folds width, weekday marks and blanks so that the patterns need to know one form only. */
export function foldDateText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(WEEKDAY_MARK, ' ')
    .replace(/[\s\p{Cf}]+/gu, ' ')
    .replace(/ ?([年月日]) ?/g, '$1')
    .trim();
}

function hourOf(hour: number, half: string): number | null {
  const isLate = /^(?:下午|晚上|p)/i.test(half);
  if (half !== '' && hour > 12 && !isLate) return null;
  if (isLate && hour < 12) return hour + 12;
  return /^(?:上午|凌晨|早上|a)/i.test(half) && hour === 12 ? 0 : hour;
}

/** '' → no time, '下午2:30' → '14:30:00', anything else → undefined. */
function parseTime(rest: string): string | null | undefined {
  const text = rest
    .replace(/^[T\s,]+/i, '')
    .replace(/[时点分]/g, ':')
    .replace(/[:秒\s]+$/, '');
  if (text === '') return null;
  const groups = groupsOf(TIME, text);
  if (!groups) return undefined;
  const { before, after, hour: hourText, minute = '0', second = '0' } = groups;
  const hour = hourOf(Number(hourText), before ?? after ?? '');
  if (hour === null || hour > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
}

function fail(problem: DateProblem): DateResult {
  return { ok: false, problem };
}

function fromNumbers(year: number, month: number, day: number, rest: string): DateResult {
  const time = parseTime(rest);
  if (time === undefined) return fail('not_a_date');
  const on = localDate(year, month, day);
  if (!on) return fail('no_such_day');
  return year < FIRST_YEAR || year > LAST_YEAR ? fail('out_of_range') : { ok: true, on, time };
}

/** A workbook's day count: 45,356 → 2024-03-05, 45,356.5 → the same day at 12:00:00. */
export function dateFromSerial(serial: number, system: 1900 | 1904 = 1900): DateResult {
  // The 1900 system counts a 29 February 1900 that never was, so earlier days are one less off.
  const epoch = system === 1904 ? -24_107 : serial < 60 ? -25_568 : -25_569;
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const day = Math.floor(serial) + Math.floor(seconds / 86_400);
  const isOutside = !Number.isFinite(serial) || serial < 0 || day > 110_000;
  if (isOutside) return fail('out_of_range');
  if (system === 1900 && (Math.floor(serial) === 60 || day === 0)) return fail('no_such_day');
  const inDay = seconds % 86_400;
  const clock = [Math.floor(inDay / 3600), Math.floor(inDay / 60) % 60, inDay % 60];
  const time = Number.isInteger(serial)
    ? null
    : clock.map((n) => String(n).padStart(2, '0')).join(':');
  return { ok: true, on: fromDayNumber(day + epoch), time };
}

function fromOpen(
  shape: Extract<DateShape, { kind: 'open' }>,
  order: DayOrder | undefined,
): DateResult {
  const { first, second, year, rest } = shape;
  // Dotted dates are written day first wherever they are usual.
  const known = order ?? (shape.isDotted ? 'dmy' : undefined);
  if (known)
    return known === 'dmy'
      ? fromNumbers(year, second, first, rest)
      : fromNumbers(year, first, second, rest);
  if (first === second || first > 12) return fromNumbers(year, second, first, rest);
  return second > 12 ? fromNumbers(year, first, second, rest) : fail('ambiguous');
}

/**
 * Reads a date as exports write it: '2024/3/5', '2024年3月5日', '05.03.2024', '5 Mar 2024', '20240305',
 * '3/5/2024 2:30 PM' (given the column's order), ISO date-times with zones, a workbook's day count.
 */
export function parseDate(cell: string | number, column: DateColumn): DateResult {
  if (typeof cell === 'number') return fromNumber(cell, column);
  if (isBlankCell(cell)) return fail('blank');
  const text = foldDateText(cell);
  const zoned = groupsOf(ZONED, text);
  if (zoned) return fromInstant(zoned, column.timeZone);
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return dateFromSerial(Number(text), column.serialSystem);
  if (/^\d{13}$/.test(text)) return fromInstantMs(Number(text), column.timeZone);
  const shape = dateShape(text);
  if (!shape) return fail('not_a_date');
  if (shape.kind === 'known') return fromNumbers(shape.year, shape.month, shape.day, shape.rest);
  return fromOpen(shape, column.order);
}

/** A number of a workbook: a day count, or 20240305 typed as a number. A lone year is no date. */
function fromNumber(value: number, column: DateColumn): DateResult {
  if (Number.isInteger(value) && value > 19_000_000) return parseDate(String(value), column);
  if (value >= FIRST_YEAR && value <= LAST_YEAR && Number.isInteger(value))
    return fail('not_a_date');
  return dateFromSerial(value, column.serialSystem);
}

function fromInstant({ day = '', clock, zone = '' }: Groups, timeZone: string): DateResult {
  if (!isLocalDate(day)) return fail('no_such_day');
  const offset = /^[a-z]/i.test(zone) ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2');
  const ms = Date.parse(`${day}T${clock}${offset}`);
  return Number.isNaN(ms) ? fail('not_a_date') : fromInstantMs(ms, timeZone);
}

function fromInstantMs(ms: number, timeZone: string): DateResult {
  const local = toLocalDateTime(new Date(ms).toISOString(), timeZone);
  const year = Number(local.on.slice(0, 4));
  const isInside = isLocalDate(local.on) && year >= FIRST_YEAR && year <= LAST_YEAR;
  return isInside ? { ok: true, ...local } : fail('out_of_range');
}
