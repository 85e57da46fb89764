/** A day without a zone, as `YYYY-MM-DD`, years 1000 to 9999. Compares and sorts as text. */
export type LocalDate = string;

const PATTERN = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Days in a month (1–12): 2024, 2 → 29. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** The date of a year, month (1–12) and day, or null when there is none: 2024, 2, 30 → null. */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  const isWhole = [year, month, day].every(Number.isInteger);
  if (!isWhole || year < 1000 || year > 9999 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** True for a real day in `YYYY-MM-DD`; '2024-02-30' is none. */
export function isLocalDate(text: string): boolean {
  const match = PATTERN.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1970-01-01; a RangeError for text that is no local date. */
export function toDayNumber(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`not a date: ${date}`);
  return Date.parse(date) / DAY_MS;
}

/** The date so many days after 1970-01-01: 19,787 → '2024-03-05'. */
export function fromDayNumber(day: number): LocalDate {
  const date = new Date(day * DAY_MS);
  const text = Number.isInteger(day) && !Number.isNaN(date.getTime()) ? date.toISOString() : '';
  const local = text.slice(0, 10);
  if (!isLocalDate(local)) throw new RangeError(`no date at day ${day}`);
  return local;
}

/** '2024-02-28' + 2 → '2024-03-01'. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Whole days from one date to the other, negative when it lies before: '03-31' to '04-15' → 15. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** The same day so many months on, or the month's last day: '2024-01-31' + 1 → '2024-02-29'. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const moved = localDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
  if (!moved) throw new RangeError(`no date ${months} months from ${date}`);
  return moved;
}

export function dateParts(date: LocalDate): { year: number; month: number; day: number } {
  if (!isLocalDate(date)) throw new RangeError(`not a date: ${date}`);
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

/** 1 Monday … 7 Sunday. */
export function weekday(date: LocalDate): number {
  return ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday on or before a date: '2026-11-24' → '2026-11-23'. */
export function weekOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekday(date));
}

export function earlierDate(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

export function laterDate(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

/** A stretch of days, both ends included. */
export type DateRange = Readonly<{ startOn: LocalDate; endOn: LocalDate }>;

/** Days that two stretches share: 1–10 March and 8–20 March → 3. */
export function sharedDays(a: DateRange, b: DateRange): number {
  const days = daysBetween(laterDate(a.startOn, b.startOn), earlierDate(a.endOn, b.endOn)) + 1;
  return Math.max(0, days);
}

/** A stretch that may have no end yet. */
export type OpenRange = Readonly<{ startOn: LocalDate; endOn: LocalDate | null }>;

/**
 * Days of a stretch that lie in any of the ranges, each counted once; the ranges may overlap and
 * come in any order. 1–20 March and 5–10, 8–12 March → 8.
 */
export function coveredDays(stretch: DateRange, ranges: readonly OpenRange[]): number {
  let days = 0;
  let from = stretch.startOn;
  for (const range of ranges.toSorted((a, b) => a.startOn.localeCompare(b.startOn))) {
    const startOn = laterDate(range.startOn, from);
    const endOn = earlierDate(range.endOn ?? stretch.endOn, stretch.endOn);
    if (endOn < startOn) continue;
    days += daysBetween(startOn, endOn) + 1;
    from = addDays(endOn, 1);
  }
  return days;
}
