import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '#shared/domain/dates/local-date.ts';
import {
  monthSpans,
  type QuotaPeriod,
  quotaOutside,
  quotaWithin,
  touchedMonths,
  wholeMonths,
} from '#shared/domain/quotas/quota-months.ts';

const quota = (startOn: string, endOn: string, amountMinor: number): QuotaPeriod => ({
  startOn,
  endOn,
  amountMinor,
});
const [first, second] = [
  quota('2026-01-01', '2026-03-31', 1000),
  quota('2026-04-01', '2026-06-30', 1200),
];
const fromFebruary = { startOn: '2026-02-01', endOn: '2026-04-30' };

describe('months', () => {
  test('are whole, or touched', () => {
    const range = { startOn: '2026-01-15', endOn: '2026-03-31' };
    expect(wholeMonths(range)).toEqual(['2026-02', '2026-03']);
    expect(touchedMonths(range)).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(wholeMonths({ startOn: '2026-01-02', endOn: '2026-01-31' })).toEqual([]);
    expect(touchedMonths({ startOn: '2026-02-01', endOn: '2026-01-31' })).toEqual([]);
  });
});

test('months that follow each other are one stretch, over the turn of the year too', () => {
  expect(monthSpans(['2026-02', '2026-06', '2026-12', '2027-01'])).toEqual([
    { from: '2026-02', to: '2026-02' },
    { from: '2026-06', to: '2026-06' },
    { from: '2026-12', to: '2027-01' },
  ]);
  expect(monthSpans([])).toEqual([]);
});

describe('quotas of another calendar', () => {
  test('count by their months, to the cent', () => {
    expect(quotaWithin([first, second], fromFebruary)).toEqual({
      amountMinor: 333 + 333 + 400,
      missingMonths: [],
      isDivided: true,
    });
    expect(quotaWithin([first, second], first)).toMatchObject({
      amountMinor: 1000,
      isDivided: false,
    });
  });

  test('say which months they leave out', () => {
    expect(quotaWithin([first], fromFebruary)).toMatchObject({
      amountMinor: 666,
      missingMonths: ['2026-04'],
    });
    expect(quotaWithin([], fromFebruary)).toMatchObject({ amountMinor: null, isDivided: false });
  });

  test('keep what a new quota does not replace', () => {
    expect(quotaOutside(first, fromFebruary)).toEqual([quota('2026-01-01', '2026-01-31', 334)]);
    expect(quotaOutside(second, fromFebruary)).toEqual([quota('2026-05-01', '2026-06-30', 800)]);
    const year = quota('2026-01-01', '2026-12-31', 12_000);
    expect(quotaOutside(year, second)).toEqual([
      quota('2026-01-01', '2026-03-31', 3000),
      quota('2026-07-01', '2026-12-31', 6000),
    ]);
    expect(quotaOutside(second, year)).toEqual([]);
  });
});

test('however a quota is cut, its parts add up to it and divide as it did', () => {
  const anyCut = fc.tuple(
    fc.integer({ min: 0, max: 10_000_000 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 11 }),
    fc.integer({ min: 1, max: 12 }),
  );
  fc.assert(
    fc.property(anyCut, ([amount, months, from, length]) => {
      const end = (start: string, by: number) => addDays(addMonths(start, by), -1);
      const whole = quota('2026-01-01', end('2026-01-01', months), amount);
      const startOn = addMonths('2026-01-01', from);
      const range = { startOn, endOn: end(startOn, length) };
      const rest = quotaOutside(whole, range);
      const inside = quotaWithin([whole], range).amountMinor ?? 0;
      const sum = rest.reduce((total, { amountMinor }) => total + amountMinor, inside);
      expect(sum).toBe(amount);
      for (const month of rest.flatMap(wholeMonths)) {
        const days = { startOn: `${month}-01`, endOn: end(`${month}-01`, 1) };
        expect(quotaWithin(rest, days).amountMinor).toBe(quotaWithin([whole], days).amountMinor);
      }
    }),
  );
});
