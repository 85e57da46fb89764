import type { LocalDate } from '#shared/domain/dates/local-date.ts';

/** An hour of a day where the manager is, as UTC ISO text. */
export function momentOf(on: LocalDate, hour: number, minute = 0): string {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  return new Date(year, month - 1, day, hour, minute).toISOString();
}
