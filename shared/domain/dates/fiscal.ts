import {
  addDays,
  addMonths,
  type DateRange,
  dateParts,
  daysBetween,
  type LocalDate,
} from './local-date.ts';

/** When a company's year starts and by which calendar year it is called. */
export type FiscalCalendar = Readonly<{
  /** First month, 1–12. */
  startMonth: number;
  /** A year from April 2026 is called 2026 (`start`) or 2027 (`end`). */
  yearNamedBy: 'start' | 'end';
}>;

export type PeriodKind = 'year' | 'half' | 'quarter' | 'month';

/** A fiscal period; `index` counts from 1 within the year: 2 of a quarter is Q2. */
export type FiscalPeriod = DateRange & Readonly<{ kind: PeriodKind; year: number; index: number }>;

/** How far a period has run on a day within it. */
export type PeriodProgress = Readonly<{
  /** 1 for the first seven days. */
  weekNo: number;
  /** Full weeks after this day. */
  weeksLeft: number;
  /** Days after this day. */
  daysLeft: number;
}>;

export const CALENDAR_YEAR: FiscalCalendar = { startMonth: 1, yearNamedBy: 'start' };

const MONTHS: Readonly<Record<PeriodKind, number>> = { year: 12, half: 6, quarter: 3, month: 1 };

/** The fiscal period a date falls in: '2026-05-10', quarter, year from April → Q1, 04-01 to 06-30. */
export function fiscalPeriod(
  date: LocalDate,
  kind: PeriodKind,
  calendar: FiscalCalendar,
): FiscalPeriod {
  const { year, month } = dateParts(date);
  const monthOfYear = (month - calendar.startMonth + 12) % 12;
  const startYear = month < calendar.startMonth ? year - 1 : year;
  const index = Math.floor(monthOfYear / MONTHS[kind]);
  const yearStart = `${startYear}-${String(calendar.startMonth).padStart(2, '0')}-01`;
  const startOn = addMonths(yearStart, index * MONTHS[kind]);
  const isNamedLater = calendar.yearNamedBy === 'end' && calendar.startMonth > 1;
  const name = isNamedLater ? startYear + 1 : startYear;
  return { kind, year: name, index: index + 1, startOn, endOn: periodEnd(startOn, kind) };
}

function periodEnd(startOn: LocalDate, kind: PeriodKind): LocalDate {
  return addDays(addMonths(startOn, MONTHS[kind]), -1);
}

/** The period so many periods later, or earlier when negative: Q4 2026 + 1 → Q1 2027. */
export function shiftPeriod(
  period: FiscalPeriod,
  by: number,
  calendar: FiscalCalendar,
): FiscalPeriod {
  return fiscalPeriod(addMonths(period.startOn, MONTHS[period.kind] * by), period.kind, calendar);
}

/** '2026-11-24' in its calendar quarter → week 8, 5 full weeks and 37 days left. */
export function periodProgress(date: LocalDate, period: DateRange): PeriodProgress {
  const daysLeft = Math.max(0, daysBetween(date, period.endOn));
  const weekNo = Math.floor(Math.max(0, daysBetween(period.startOn, date)) / 7) + 1;
  return { weekNo, weeksLeft: Math.floor(daysLeft / 7), daysLeft };
}
