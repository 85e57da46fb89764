import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Cadence,
  type CadenceInput,
  cadenceState,
  isPaused,
  nextSessionOn,
} from '#shared/domain/coaching/cadence.ts';
import { addDays, daysBetween, weekday } from '#shared/domain/dates/local-date.ts';

const today = '2026-11-24';
const ago = (days: number) => addDays(today, -days);

const fortnightly: Cadence = {
  everyDays: 14,
  graceDays: 3,
  anchorWeekday: null,
  pauses: [],
};

function status(more: Partial<CadenceInput>, cadence: Partial<Cadence> = {}) {
  const input = { joinedOn: ago(400), lastCompletedOn: null, today, ...more };
  return cadenceState({ cadence: { ...fortnightly, ...cadence }, ...input });
}

describe('where a person stands in the rhythm', () => {
  test.each([
    [0, 'ok'],
    [10, 'ok'],
    [11, 'due'],
    [17, 'due'],
    [18, 'overdue'],
    [28, 'overdue'],
    [29, 'neglected'],
  ])('%i days after the last session is %s', (days, expected) => {
    expect(status({ lastCompletedOn: ago(days) })).toMatchObject({
      status: expected,
      daysSince: days,
    });
  });

  test('counts the days past the rhythm', () => {
    expect(status({ lastCompletedOn: ago(21) }).daysLate).toBe(7);
    expect(status({ lastCompletedOn: ago(14) }).daysLate).toBe(0);
  });

  test('is new for somebody who joined less than a turn ago', () => {
    expect(status({ joinedOn: ago(1) }).status).toBe('new');
    expect(status({ joinedOn: ago(13) }).status).toBe('new');
    expect(status({ joinedOn: ago(14) }).status).toBe('due');
    expect(status({ joinedOn: ago(18) }).status).toBe('overdue');
    expect(status({ joinedOn: ago(1), lastCompletedOn: today }).status).toBe('ok');
  });

  test('is due for somebody never met whose joining is not known', () => {
    expect(status({ joinedOn: null })).toEqual({ status: 'due', daysSince: null, daysLate: 0 });
  });

  test('is never neglected within the grace of a short rhythm', () => {
    const daily = { everyDays: 1, graceDays: 3 };
    expect(status({ lastCompletedOn: ago(4) }, daily).status).toBe('due');
    expect(status({ lastCompletedOn: ago(5) }, daily).status).toBe('neglected');
  });

  test('takes a session dated ahead for one of today', () => {
    expect(status({ lastCompletedOn: addDays(today, 3) })).toMatchObject({
      status: 'ok',
      daysSince: 0,
    });
  });
});

describe('leave', () => {
  test('pauses the rhythm, both ends included', () => {
    const cadence = { pauses: [{ startOn: ago(3), endOn: today }] };
    expect(status({ lastCompletedOn: ago(60) }, cadence).status).toBe('paused');
    expect(isPaused({ ...fortnightly, ...cadence }, addDays(today, 1))).toBe(false);
    const endless = { pauses: [{ startOn: ago(3), endOn: null }] };
    expect(isPaused({ ...fortnightly, ...endless }, addDays(today, 999))).toBe(true);
  });

  test('does not count as neglect afterwards', () => {
    const cadence = { pauses: [{ startOn: ago(25), endOn: ago(5) }] };
    expect(status({ lastCompletedOn: ago(30) }, cadence)).toMatchObject({
      status: 'ok',
      daysSince: 9,
    });
  });

  test('counts each day once when stretches overlap, in any order', () => {
    const pauses = [
      { startOn: ago(12), endOn: ago(8) },
      { startOn: ago(25), endOn: ago(20) },
      { startOn: ago(22), endOn: ago(18) },
    ];
    expect(status({ lastCompletedOn: ago(30) }, { pauses }).daysSince).toBe(30 - 5 - 8);
  });

  test('before the last session changes nothing', () => {
    const cadence = { pauses: [{ startOn: ago(60), endOn: ago(18) }] };
    expect(status({ lastCompletedOn: ago(18) }, cadence).daysSince).toBe(18);
  });
});

describe('the next session', () => {
  test('follows after the rhythm', () => {
    expect(nextSessionOn(fortnightly, '2026-11-10')).toBe('2026-11-24');
  });

  test('falls on the anchor weekday nearest to it', () => {
    const thursdays = { ...fortnightly, anchorWeekday: 4 };
    expect(nextSessionOn(thursdays, '2026-11-10')).toBe('2026-11-26');
    expect(nextSessionOn({ ...fortnightly, anchorWeekday: 1 }, '2026-11-10')).toBe('2026-11-23');
  });

  test('waits for the end of a leave', () => {
    const leave = { startOn: '2026-11-16', endOn: '2026-11-22' };
    const next = (...pauses: Cadence['pauses']) =>
      nextSessionOn({ ...fortnightly, pauses }, '2026-11-10');
    expect(next(leave)).toBe('2026-12-01');
    expect(next(leave, { startOn: '2026-11-26', endOn: '2026-11-27' })).toBe('2026-12-03');
    expect(next({ ...leave, endOn: null })).toBeNull();
    expect(next({ startOn: '2026-11-25', endOn: null })).toBe('2026-11-24');
  });

  test('is at most three days off the rhythm and always on its weekday', () => {
    const cadence = fc.record({
      everyDays: fc.integer({ min: 1, max: 90 }),
      anchorWeekday: fc.integer({ min: 1, max: 7 }),
    });
    fc.assert(
      fc.property(cadence, fc.nat(2_000), ({ everyDays, anchorWeekday }, shift) => {
        const lastOn = addDays('2024-01-01', shift);
        const next = nextSessionOn({ ...fortnightly, everyDays, anchorWeekday }, lastOn) ?? '';
        expect(next > lastOn).toBe(true);
        if (everyDays > 3) {
          expect(weekday(next)).toBe(anchorWeekday);
          expect(Math.abs(daysBetween(addDays(lastOn, everyDays), next))).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});
