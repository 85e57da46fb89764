import { describe, expect, test } from 'vitest';
import {
  activityBaseline,
  presentDays,
  type WeekCount,
  type WeeklyCountInput,
  weeklyCounts,
} from '#shared/domain/coaching/activity-baseline.ts';
import { addDays } from '#shared/domain/dates/local-date.ts';
import { MONDAY_TO_FRIDAY } from '#shared/domain/dates/working-days.ts';

function weeks(counts: number[], state: WeekCount['state'] = 'counted'): WeekCount[] {
  return counts.map((count, index) => ({ weekOn: addDays('2026-09-28', index * 7), count, state }));
}

const usual = weeks([6, 5, 7, 6, 8, 6, 5, 7]);

describe('activity against the own baseline', () => {
  test('is compared as published: mean 6.25, four a week, −36 %', () => {
    expect(activityBaseline(usual, { count: 8, days: 14 })).toEqual({
      status: 'ok',
      n: 8,
      meanMilli: 6250,
      recentMilli: 4000,
      deltaBp: -3600,
      flag: 'down',
    });
  });

  test.each([
    [[4, 4, 4, 4], 3, -2500, 'down'],
    [[4, 4, 4, 4], 5, 2500, 'up'],
    [[400, 400, 400, 400], 301, -2475, null],
    [[4, 4, 4, 4], 4, 0, null],
  ])('a mean of %j against %i is flagged from a quarter on', (counts, count, deltaBp, flag) => {
    expect(activityBaseline(weeks(counts), { count, days: 7 })).toMatchObject({ deltaBp, flag });
  });

  test('is not compared under four counted weeks', () => {
    const short = [...weeks([9, 9, 9, 9, 9], 'leave'), ...weeks([6, 5, 7])];
    expect(activityBaseline(short, { count: 1, days: 7 })).toEqual({
      status: 'too_short',
      n: 3,
      meanMilli: null,
      recentMilli: 1000,
      deltaBp: null,
      flag: null,
    });
  });

  test('leaves leave weeks out of the mean', () => {
    const mixed = [
      ...weeks([0, 0], 'leave'),
      ...weeks([0], 'before_joining'),
      ...weeks([4, 4, 4, 4, 4]),
    ];
    expect(activityBaseline(mixed, { count: 4, days: 7 })).toMatchObject({ n: 5, meanMilli: 4000 });
  });

  test('has no change to tell from nothing, or over a few days', () => {
    expect(activityBaseline(weeks([0, 0, 0, 0]), { count: 5, days: 7 })).toMatchObject({
      meanMilli: 0,
      deltaBp: null,
      flag: null,
    });
    expect(activityBaseline(usual, { count: 5, days: 4 })).toMatchObject({
      recentMilli: null,
      deltaBp: null,
    });
    expect(activityBaseline(usual, { count: 0, days: 0 }).flag).toBeNull();
  });
});

describe('the weeks of the baseline', () => {
  const input: WeeklyCountInput = {
    activitiesOn: [
      '2026-11-22',
      '2026-11-16',
      '2026-11-15',
      '2026-11-23',
      '2026-11-24',
      '2026-09-28',
    ],
    beforeOn: '2026-11-24',
    weeks: 8,
    joinedOn: null,
    leaves: [],
    calendar: MONDAY_TO_FRIDAY,
  };

  test('are full ones, oldest first, without the running week', () => {
    const counted = weeklyCounts(input);
    expect(counted[0]).toEqual({ weekOn: '2026-09-28', count: 1, state: 'counted' });
    expect(counted.at(-1)).toEqual({ weekOn: '2026-11-16', count: 2, state: 'counted' });
    expect(counted.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 1, 2]);
  });

  test('are leave when most of the work days are off', () => {
    const week = (leaves: WeeklyCountInput['leaves']) =>
      weeklyCounts({ ...input, leaves }).at(-1)?.state;
    expect(week([{ startOn: '2026-11-16', endOn: '2026-11-17' }])).toBe('counted');
    expect(week([{ startOn: '2026-11-16', endOn: '2026-11-18' }])).toBe('leave');
    expect(week([{ startOn: '2026-11-21', endOn: '2026-11-22' }])).toBe('counted');
  });

  test('are leave when holidays take them', () => {
    const holidays = new Set(['2026-11-16', '2026-11-17', '2026-11-18']);
    const counted = weeklyCounts({ ...input, calendar: { ...MONDAY_TO_FRIDAY, holidays } });
    expect(counted.at(-1)?.state).toBe('leave');
  });

  test('do not reach back before the joining', () => {
    const counted = weeklyCounts({ ...input, joinedOn: '2026-11-03' });
    expect(counted.map(({ state }) => state).filter((state) => state === 'counted')).toHaveLength(
      2,
    );
  });
});

describe('days present', () => {
  test('are those without leave', () => {
    const stretch = { startOn: '2026-11-10', endOn: '2026-11-23' };
    expect(presentDays(stretch, [])).toBe(14);
    expect(presentDays(stretch, [{ startOn: '2026-11-08', endOn: '2026-11-12' }])).toBe(11);
    expect(presentDays({ startOn: '2026-11-24', endOn: '2026-11-23' }, [])).toBe(0);
    const overlapping = [
      { startOn: '2026-11-10', endOn: '2026-11-14' },
      { startOn: '2026-11-08', endOn: '2026-11-12' },
    ];
    expect(presentDays({ startOn: '2026-11-01', endOn: '2026-11-14' }, overlapping)).toBe(7);
  });
});
