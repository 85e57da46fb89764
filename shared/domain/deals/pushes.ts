import { type FiscalCalendar, fiscalPeriod } from '#shared/domain/dates/fiscal.ts';
import { daysBetween, type LocalDate } from '#shared/domain/dates/local-date.ts';

/** How often and how far an expected close date was moved later. */
export type PushCount = Readonly<{
  pushes: number;
  /** Days of the pushes alone. */
  pushDays: number;
  /** From the first date to the last, pulls included. */
  netDays: number;
  /** Pushes that left a fiscal quarter. */
  quarterCrossings: number;
}>;

/**
 * Pushes counted from every expected close date a deal has had, oldest first. 03-31, 04-15, 04-10,
 * 06-30 → 2 pushes, 96 push days, net 91, 1 crossing. A cleared date is no way round: the next one is
 * compared with the last one known.
 */
export function countPushes(
  closeDates: readonly (LocalDate | null)[],
  calendar: FiscalCalendar,
): PushCount {
  const dates = closeDates.filter((date) => date !== null);
  const quarterStart = (date: LocalDate) => fiscalPeriod(date, 'quarter', calendar).startOn;
  let [pushes, pushDays, quarterCrossings] = [0, 0, 0];
  for (const [index, date] of dates.entries()) {
    const previous = dates[index - 1];
    if (previous === undefined || date <= previous) continue;
    pushes += 1;
    pushDays += daysBetween(previous, date);
    if (quarterStart(date) > quarterStart(previous)) quarterCrossings += 1;
  }
  const [first, last] = [dates[0], dates.at(-1)];
  const netDays = first && last ? daysBetween(first, last) : 0;
  return { pushes, pushDays, netDays, quarterCrossings };
}
