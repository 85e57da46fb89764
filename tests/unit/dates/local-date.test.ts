import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  fromDayNumber,
  isLocalDate,
  localDate,
  sharedDays,
  toDayNumber,
  weekday,
  weekOf,
} from '#shared/domain/dates/local-date.ts';
import {
  isWorkingDay,
  MONDAY_TO_FRIDAY,
  nextWorkingDay,
} from '#shared/domain/dates/working-days.ts';

const anyDate = fc.integer({ min: -50_000, max: 100_000 }).map(fromDayNumber);

describe('local dates', () => {
  test.each(['2024-02-29', '1000-01-01', '9999-12-31', '2000-02-29'])('%s is a day', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  test.each([
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-1-5',
    '0024-03-05',
    '2024-03-05T00:00',
    ' 2024-03-05',
    '',
  ])('%j is none', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });

  test('refuse numbers that name no day', () => {
    expect(localDate(2024, 2, 30)).toBeNull();
    expect(localDate(2024, 1.5, 3)).toBeNull();
    expect(localDate(2024, 2, 29)).toBe('2024-02-29');
  });

  test('arithmetic on what is no date throws', () => {
    expect(() => addDays('2024-02-30', 1)).toThrow(RangeError);
    expect(() => daysBetween('2024-02-01', 'soon')).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => fromDayNumber(0.5)).toThrow(RangeError);
  });

  test('adding days is undone by counting them', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5_000, max: 5_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(fromDayNumber(toDayNumber(date))).toBe(date);
      }),
    );
  });

  test('sort as text in time order', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0);
      }),
    );
  });

  test('months end where they end', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(addMonths('2024-11-15', 3)).toBe('2025-02-15');
    expect(addMonths('2024-01-15', -13)).toBe('2022-12-15');
  });

  test('a week runs from Monday to Sunday', () => {
    expect(weekday('2026-11-24')).toBe(2);
    expect(weekOf('2026-11-24')).toBe('2026-11-23');
    expect(weekOf('2026-11-23')).toBe('2026-11-23');
    expect(weekOf('2027-01-01')).toBe('2026-12-28');
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(weekday(weekOf(date))).toBe(1);
        expect(daysBetween(weekOf(date), date)).toBe(weekday(date) - 1);
      }),
    );
  });

  test('shared days count both ends', () => {
    const march = (from: number, to: number) => ({
      startOn: localDate(2024, 3, from) ?? '',
      endOn: localDate(2024, 3, to) ?? '',
    });
    expect(sharedDays(march(1, 10), march(8, 20))).toBe(3);
    expect(sharedDays(march(1, 10), march(10, 10))).toBe(1);
    expect(sharedDays(march(1, 10), march(11, 20))).toBe(0);
  });
});

describe('working days', () => {
  // National Day 2026: 1–7 October off, Saturday 10 October worked in exchange.
  const china = {
    weekdays: [1, 2, 3, 4, 5],
    holidays: new Set(Array.from({ length: 7 }, (_, i) => addDays('2026-10-01', i))),
    extraDays: new Set(['2026-10-10']),
  };

  test('leave out weekends and holidays and take in exchanged days', () => {
    expect(isWorkingDay('2026-10-10', china)).toBe(true);
    expect(isWorkingDay('2026-10-01', china)).toBe(false);
    expect(isWorkingDay('2026-11-21', china)).toBe(false);
    expect(isWorkingDay('2026-11-21', MONDAY_TO_FRIDAY)).toBe(false);
  });

  test('the next one after a long holiday is found', () => {
    expect(nextWorkingDay('2026-10-01', china)).toBe('2026-10-08');
    expect(nextWorkingDay('2026-11-24', china)).toBe('2026-11-24');
  });

  test('a calendar without any leaves the date as it is', () => {
    expect(nextWorkingDay('2026-11-24', { weekdays: [] })).toBe('2026-11-24');
  });
});
