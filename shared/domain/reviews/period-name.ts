import { type FiscalCalendar, fiscalPeriod, type PeriodKind } from '#shared/domain/dates/fiscal.ts';
import type { DateRange } from '#shared/domain/dates/local-date.ts';

const KINDS: readonly PeriodKind[] = ['year', 'half', 'quarter', 'month'];

/**
 * The short name of a period, as file names carry it: '2026', '2026H1', '2026Q3', '2026-05', and
 * '20260310-20260609' for days that are no fiscal period.
 */
export function periodName(period: DateRange, calendar: FiscalCalendar): string {
  const kind = KINDS.find((candidate) => {
    const { startOn, endOn } = fiscalPeriod(period.startOn, candidate, calendar);
    return startOn === period.startOn && endOn === period.endOn;
  });
  if (kind === undefined) {
    return `${period.startOn}-${period.endOn}`.replace(/(\d{4})-(\d\d)-(\d\d)/g, '$1$2$3');
  }
  const { year, index } = fiscalPeriod(period.startOn, kind, calendar);
  switch (kind) {
    case 'year':
      return String(year);
    case 'half':
      return `${year}H${index}`;
    case 'quarter':
      return `${year}Q${index}`;
    case 'month':
      return period.startOn.slice(0, 7);
  }
}
