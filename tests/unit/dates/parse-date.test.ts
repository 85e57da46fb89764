import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectDateColumn } from '#shared/domain/dates/date-column.ts';
import { fromDayNumber } from '#shared/domain/dates/local-date.ts';
import { type DateColumn, dateFromSerial, parseDate } from '#shared/domain/dates/parse-date.ts';
import { toInstant, toLocalDate, toLocalDateTime } from '#shared/domain/dates/time-zone.ts';

const shanghai: DateColumn = { timeZone: 'Asia/Shanghai' };

function read(cell: string | number, column: DateColumn = shanghai): string {
  const result = parseDate(cell, column);
  if (!result.ok) return result.problem;
  return result.time === null ? result.on : `${result.on} ${result.time}`;
}

describe('a date as exports write it', () => {
  test.each([
    ['2024-03-05', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['2024 年 3 月 5 日', '2024-03-05'],
    ['２０２４－０３－０５', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['05.03.2024', '2024-03-05'],
    ['5 Mar 2024', '2024-03-05'],
    ['5-Mar-24', '2024-03-05'],
    ['Mar 5, 2024', '2024-03-05'],
    ['Tuesday, March 5th, 2024', '2024-03-05'],
    ['Sept 1, 2024', '2024-09-01'],
    ['2024/3/5 14:30', '2024-03-05 14:30:00'],
    ['2024-03-05 14:30:05.123', '2024-03-05 14:30:05'],
    ['2024-03-05T14:30:05', '2024-03-05 14:30:05'],
    ['2024年3月5日 下午2点30分', '2024-03-05 14:30:00'],
    ['2024年3月5日 14时', '2024-03-05 14:00:00'],
    ['2024-03-05 (周二) 09:00', '2024-03-05 09:00:00'],
    ['2024-03-05 12:00 AM', '2024-03-05 00:00:00'],
    ['2024-03-05 12:15 p.m.', '2024-03-05 12:15:00'],
    ['13/3/2024', '2024-03-13'],
    ['3/13/2024 2:30 PM', '2024-03-13 14:30:00'],
    ['5/5/2024', '2024-05-05'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (cell, expected) => {
    expect(read(cell)).toBe(expected);
  });

  test.each([
    ['3/5/2024', 'mdy', '2024-03-05'],
    ['3/5/2024', 'dmy', '2024-05-03'],
    ['03-05-24', 'dmy', '2024-05-03'],
    ['12.1.99', 'mdy', '1999-12-01'],
    ['13/3/2024', 'mdy', 'no_such_day'],
    ['2024/3/5', 'dmy', '2024-03-05'],
  ] as const)('%s in a column of %s is %s', (cell, order, expected) => {
    expect(read(cell, { ...shanghai, order })).toBe(expected);
  });

  test.each([
    ['2024-03-05T23:30:00Z', '2024-03-06 07:30:00'],
    ['2024-03-05T23:30:00.000+0000', '2024-03-06 07:30:00'],
    ['2024-03-05 23:30 +08:00', '2024-03-05 23:30:00'],
    ['2024-03-05T10:00:00-05:00', '2024-03-05 23:00:00'],
    ['2024-03-05 23:30:00 UTC', '2024-03-06 07:30:00'],
    ['1709681400000', '2024-03-06 07:30:00'],
  ])('the instant %s is %s on the wall', (cell, expected) => {
    expect(read(cell)).toBe(expected);
  });

  test('a day count of a workbook is a day, and its fraction a time', () => {
    expect(read(45_356)).toBe('2024-03-05');
    expect(read('45356')).toBe('2024-03-05');
    expect(read(45_356.604_166_67)).toBe('2024-03-05 14:30:00');
    expect(read(45_356.999_999_9)).toBe('2024-03-06 00:00:00');
    expect(read(43_894, { ...shanghai, serialSystem: 1904 })).toBe('2024-03-05');
    expect(read(20_240_305)).toBe('2024-03-05');
  });

  test('day counts know the day that never was', () => {
    expect(dateFromSerial(1)).toMatchObject({ on: '1900-01-01' });
    expect(dateFromSerial(59)).toMatchObject({ on: '1900-02-28' });
    expect(dateFromSerial(60)).toMatchObject({ problem: 'no_such_day' });
    expect(dateFromSerial(61)).toMatchObject({ on: '1900-03-01' });
    expect(dateFromSerial(0.5)).toMatchObject({ problem: 'no_such_day' });
  });
});

describe('what is no date', () => {
  test.each([
    ['2024-02-30', 'no_such_day'],
    ['2024-02-30T00:00:00Z', 'no_such_day'],
    ['31/4/2024', 'no_such_day'],
    ['2024-13-01', 'no_such_day'],
    ['3/5/2024', 'ambiguous'],
    ['0204-03-05', 'no_such_day'],
    ['1024-03-05', 'out_of_range'],
    ['2999-01-01', 'out_of_range'],
    ['', 'blank'],
    ['N/A', 'blank'],
    ['下周', 'not_a_date'],
    ['2024-03', 'not_a_date'],
    ['2024年', 'not_a_date'],
    ['5 Marble 2024', 'not_a_date'],
    ['2024-03-05 25:00', 'not_a_date'],
    ['2024-03-05 14:30 PM tomorrow', 'not_a_date'],
    ['2024-03-05 14:30 AM', 'not_a_date'],
    ['2024-03-05T99:00:00Z', 'not_a_date'],
    ['123', 'not_a_date'],
  ])('%j: %s', (cell, problem) => {
    expect(read(cell)).toBe(problem);
  });

  test('nor are numbers of another kind', () => {
    expect(read(2024)).toBe('not_a_date');
    expect(read(-5)).toBe('out_of_range');
    expect(read(9_999_999)).toBe('out_of_range');
    expect(read(Number.NaN)).toBe('out_of_range');
  });

  test('any text gets an answer', () => {
    const unit = fc.constantFrom(...'0123456789-/.: 年月日TZ+aprmPM下午');
    fc.assert(
      fc.property(fc.string({ unit }), (cell) => {
        expect(read(cell)).toBeTypeOf('string');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('reading back', () => {
  const anyDay = fc.integer({ min: -20_000, max: 80_000 });

  test('every day is read back from every notation', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = fromDayNumber(day);
        const [y = '', m = '', d = ''] = date.split('-');
        const [month, dayOfMonth] = [Number(m), Number(d)];
        expect(read(`${y}年${month}月${dayOfMonth}日`)).toBe(date);
        expect(read(`${y}${m}${d}`)).toBe(date);
        expect(read(`${d}.${m}.${y}`)).toBe(date);
        expect(read(`${dayOfMonth}/${month}/${y}`, { ...shanghai, order: 'dmy' })).toBe(date);
        expect(read(`${month}/${dayOfMonth}/${y}`, { ...shanghai, order: 'mdy' })).toBe(date);
        expect(read(day + 25_569)).toBe(date);
      }),
    );
  });
});

describe('the date format of a column', () => {
  test.each([
    [['3/5/2024', '3/15/2024', ''], 'certain', 'mdy'],
    [['3/5/2024', '15/3/2024'], 'certain', 'dmy'],
    [['05.03.2024', '06.03.2024'], 'certain', 'dmy'],
    [['3/5/2024', '4/6/2024'], 'ambiguous', 'dmy'],
    [['3/1/2024', '4/1/2024', '5/1/2024'], 'ambiguous', 'mdy'],
    [['15/3/2024', '3/15/2024'], 'mixed', 'dmy'],
    [['2024/3/5', '2024年3月6日', '45356'], 'plain', null],
    [['5/5/2024'], 'plain', null],
    [['2024-03-05', '-', 'N/A'], 'plain', null],
    [['Acme', 'Beta', '2024-03-05'], 'none', null],
    [['', '-'], 'none', null],
    [['2024-03-05', '2024-03-06', '2024-03-07', '2024-03-08', '2024-02-30'], 'plain', null],
  ] as const)('%j is %s, %s', (samples, status, order) => {
    expect(detectDateColumn(samples)).toMatchObject({ status, order });
  });

  test('is told with the share of values that fit', () => {
    expect(detectDateColumn(['2024-03-05', '', '2024-02-30', 'x'])).toMatchObject({
      filled: 3,
      matched: 1,
    });
  });
});

describe('time zones', () => {
  test('an instant has its day where the manager is', () => {
    expect(toLocalDate('2024-03-05T23:30:00Z', 'Asia/Shanghai')).toBe('2024-03-06');
    expect(toLocalDate('2024-03-05T23:30:00Z', 'America/New_York')).toBe('2024-03-05');
    expect(toLocalDateTime('2024-03-05T16:00:00Z', 'Asia/Shanghai').time).toBe('00:00:00');
  });

  test('a skipped hour moves forward, a doubled one is the earlier', () => {
    const newYork = (time: string, on: string) => toInstant({ on, time }, 'America/New_York');
    expect(newYork('02:30:00', '2024-03-10')).toBe('2024-03-10T07:30:00.000Z');
    expect(newYork('01:30:00', '2024-11-03')).toBe('2024-11-03T05:30:00.000Z');
  });

  test('a day without a time starts at midnight', () => {
    expect(toInstant({ on: '2024-03-06', time: null }, 'Asia/Shanghai')).toBe(
      '2024-03-05T16:00:00.000Z',
    );
  });

  test('what is no wall-clock moment is refused', () => {
    expect(() => toInstant({ on: '2024-02-30', time: null }, 'UTC')).toThrow(RangeError);
    expect(() => toInstant({ on: '2024-02-28', time: '25:00:00' }, 'UTC')).toThrow(RangeError);
  });

  test('every whole-second instant survives the way to the wall and back', () => {
    const zone = fc.constantFrom('Asia/Shanghai', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), zone, (seconds, timeZone) => {
        const at = new Date(seconds * 1000).toISOString();
        const wall = toLocalDateTime(at, timeZone);
        const back = toInstant(wall, timeZone);
        // In a doubled hour the earlier instant is meant; its wall clock is the same.
        expect(toLocalDateTime(back, timeZone)).toEqual(wall);
        expect(Date.parse(back)).toBeLessThanOrEqual(Date.parse(at));
      }),
    );
  });
});
