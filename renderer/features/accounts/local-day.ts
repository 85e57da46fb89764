import type { LocalDate } from '#shared/domain/dates/local-date.ts';
import { toLocalDate } from '#shared/domain/dates/time-zone.ts';

/** The calendar day of a moment where the manager is. */
export function localDay(at: string): LocalDate {
  return toLocalDate(at, Intl.DateTimeFormat().resolvedOptions().timeZone);
}
