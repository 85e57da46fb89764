import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CALENDAR_YEAR,
  type FiscalCalendar,
  fiscalPeriod,
  type PeriodKind,
  periodProgress,
  shiftPeriod,
} from '#shared/domain/dates/fiscal.ts';
import { addDays, fromDayNumber } from '#shared/domain/dates/local-date.ts';

const fromApril: FiscalCalendar = { startMonth: 4, yearNamedBy: 'start' };

const anyDate = fc.integer({ min: 0, max: 40_000 }).map(fromDayNumber);
const anyKind = fc.constantFrom<PeriodKind>('year', 'half', 'quarter', 'month');
const anyCalendar = fc.record({
  startMonth: fc.integer({ min: 1, max: 12 }),
  yearNamedBy: fc.constantFrom('start' as const, 'end' as const),
});

describe('fiscal periods', () => {
  test.each([
    ['2026-05-10', 'quarter', fromApril, 2026, 1, '2026-04-01', '2026-06-30'],
    ['2026-03-31', 'quarter', fromApril, 2025, 4, '2026-01-01', '2026-03-31'],
    ['2026-03-31', 'year', fromApril, 2025, 1, '2025-04-01', '2026-03-31'],
    ['2026-11-24', 'quarter', CALENDAR_YEAR, 2026, 4, '2026-10-01', '2026-12-31'],
    ['2026-11-24', 'half', CALENDAR_YEAR, 2026, 2, '2026-07-01', '2026-12-31'],
    ['2024-02-10', 'month', CALENDAR_YEAR, 2024, 2, '2024-02-01', '2024-02-29'],
    [
      '2024-02-10',
      'quarter',
      { startMonth: 2, yearNamedBy: 'end' },
      2025,
      1,
      '2024-02-01',
      '2024-04-30',
    ],
    [
      '2024-02-10',
      'year',
      { startMonth: 1, yearNamedBy: 'end' },
      2024,
      1,
      '2024-01-01',
      '2024-12-31',
    ],
  ] as const)('%s lies in its %s', (date, kind, calendar, year, index, startOn, endOn) => {
    expect(fiscalPeriod(date, kind, calendar)).toEqual({ kind, year, index, startOn, endOn });
  });

  test('follow one another without gap or overlap', () => {
    fc.assert(
      fc.property(anyDate, anyKind, anyCalendar, (date, kind, calendar) => {
        const period = fiscalPeriod(date, kind, calendar);
        const next = shiftPeriod(period, 1, calendar);
        expect(period.startOn <= date && date <= period.endOn).toBe(true);
        expect(next.startOn).toBe(addDays(period.endOn, 1));
        expect(shiftPeriod(next, -1, calendar)).toEqual(period);
        expect(fiscalPeriod(period.endOn, kind, calendar)).toEqual(period);
      }),
    );
  });

  test('of one year bear its name', () => {
    fc.assert(
      fc.property(anyDate, anyKind, anyCalendar, (date, kind, calendar) => {
        const { year } = fiscalPeriod(date, 'year', calendar);
        expect(fiscalPeriod(date, kind, calendar).year).toBe(year);
      }),
    );
  });
});

describe('progress of a period', () => {
  const quarter = fiscalPeriod('2026-11-24', 'quarter', CALENDAR_YEAR);

  test('counts weeks from its first day', () => {
    expect(periodProgress('2026-11-24', quarter)).toEqual({
      weekNo: 8,
      weeksLeft: 5,
      daysLeft: 37,
    });
    expect(periodProgress('2026-10-01', quarter)).toEqual({
      weekNo: 1,
      weeksLeft: 13,
      daysLeft: 91,
    });
    expect(periodProgress('2026-10-08', quarter).weekNo).toBe(2);
  });

  test('ends with nothing left', () => {
    expect(periodProgress('2026-12-31', quarter)).toEqual({
      weekNo: 14,
      weeksLeft: 0,
      daysLeft: 0,
    });
    expect(periodProgress('2027-02-01', quarter)).toMatchObject({ weeksLeft: 0, daysLeft: 0 });
  });
});
