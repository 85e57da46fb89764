import { addDays, type LocalDate, weekday } from './local-date.ts';

/** The days a team works. */
export type WorkCalendar = Readonly<{
  /** 1 Monday … 7 Sunday. */
  weekdays: readonly number[];
  holidays?: ReadonlySet<LocalDate>;
  /** Weekend days worked in exchange for a holiday (调休). */
  extraDays?: ReadonlySet<LocalDate>;
}>;

export const MONDAY_TO_FRIDAY: WorkCalendar = { weekdays: [1, 2, 3, 4, 5] };

const LONGEST_BREAK = 370;

export function isWorkingDay(date: LocalDate, calendar: WorkCalendar): boolean {
  if (calendar.extraDays?.has(date)) return true;
  return calendar.weekdays.includes(weekday(date)) && !calendar.holidays?.has(date);
}

/** The date itself when worked, else the next working day: a Saturday → Monday. */
export function nextWorkingDay(date: LocalDate, calendar: WorkCalendar): LocalDate {
  for (let i = 0; i < LONGEST_BREAK; i += 1) {
    const day = addDays(date, i);
    if (isWorkingDay(day, calendar)) return day;
  }
  return date;
}
