import { expect, test } from 'vitest';
import { CALENDAR_YEAR } from '#shared/domain/dates/fiscal.ts';
import { periodName } from '#shared/domain/reviews/period-name.ts';

const name = (startOn: string, endOn: string, calendar = CALENDAR_YEAR) =>
  periodName({ startOn, endOn }, calendar);

test('fiscal periods have short names', () => {
  expect(name('2026-01-01', '2026-12-31')).toBe('2026');
  expect(name('2026-01-01', '2026-06-30')).toBe('2026H1');
  expect(name('2026-07-01', '2026-09-30')).toBe('2026Q3');
  expect(name('2026-02-01', '2026-02-28')).toBe('2026-02');
});

test('the fiscal year decides which half it is', () => {
  const fromApril = { startMonth: 4, yearNamedBy: 'start' } as const;
  expect(name('2026-10-01', '2027-03-31', fromApril)).toBe('2026H2');
  expect(name('2026-01-01', '2026-06-30', fromApril)).toBe('20260101-20260630');
});

test('other days are named by themselves', () => {
  expect(name('2026-03-10', '2026-06-09')).toBe('20260310-20260609');
});
