import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#shared/domain/dates/local-date.ts';
import type { Stage } from '#shared/domain/deals/stage.ts';
import { stageBenchmark } from '#shared/domain/deals/stage-benchmark.ts';
import {
  countMoves,
  daysInStages,
  type StageEntry,
  stageVisits,
} from '#shared/domain/deals/stage-history.ts';

const stages: Stage[] = [
  { id: 'a', kind: 'open', sortOrder: 1, probabilityBp: 1000 },
  { id: 'b', kind: 'open', sortOrder: 2, probabilityBp: 3000 },
  { id: 'c', kind: 'open', sortOrder: 3, probabilityBp: 5000 },
  { id: 'won', kind: 'won', sortOrder: 4, probabilityBp: 10_000 },
  { id: 'lost', kind: 'lost', sortOrder: 5, probabilityBp: 0 },
];

const anyEntry = fc.record({
  stageId: fc.constantFrom('a', 'b', 'c', 'won', 'lost'),
  gap: fc.integer({ min: 0, max: 60 }),
});

const anyHistory = fc.array(anyEntry, { minLength: 1, maxLength: 30 }).map((steps) => {
  const entries: StageEntry[] = [];
  for (const { stageId, gap } of steps) {
    entries.push({ stageId, on: addDays(entries.at(-1)?.on ?? '2024-01-01', gap) });
  }
  return entries;
});

describe('time in stage', () => {
  const reopened: StageEntry[] = [
    { stageId: 'a', on: '2026-01-01' },
    { stageId: 'lost', on: '2026-01-04' },
    { stageId: 'a', on: '2026-01-14' },
  ];

  test('adds up over a loop of reopening', () => {
    const days = daysInStages(stageVisits(reopened, '2026-01-18'));
    expect(Object.fromEntries(days)).toEqual({ a: 7, lost: 10 });
  });

  test('of the present stay counts from its own entry', () => {
    expect(stageVisits(reopened, '2026-01-18').at(-1)).toEqual({
      stageId: 'a',
      enteredOn: '2026-01-14',
      leftOn: null,
      days: 4,
    });
  });

  test('is not broken by entering the same stage again', () => {
    const entries = [...reopened, { stageId: 'a', on: '2026-01-16' }];
    expect(stageVisits(entries, '2026-01-18').at(-1)?.days).toBe(4);
  });

  test('of a stage entered and left on one day is 0', () => {
    const entries = [
      { stageId: 'a', on: '2026-01-01' },
      { stageId: 'b', on: '2026-01-01' },
    ];
    expect(stageVisits(entries, '2026-01-03').map(({ days }) => days)).toEqual([0, 2]);
  });

  test('takes a close before the creation for the same day', () => {
    const entries = [
      { stageId: 'a', on: '2026-02-10' },
      { stageId: 'won', on: '2026-02-01' },
    ];
    expect(stageVisits(entries, '2026-02-12').map(({ days }) => days)).toEqual([0, 2]);
  });

  test('of a stage entered in the future is 0', () => {
    expect(stageVisits([{ stageId: 'a', on: '2027-01-01' }], '2026-01-01')[0]?.days).toBe(0);
    expect(stageVisits([], '2026-01-01')).toEqual([]);
  });

  test('sums to the whole life of the deal, over any history', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(400), (entries, after) => {
        const until = addDays(entries.at(-1)?.on ?? '', after);
        const visits = stageVisits(entries, until);
        const total = [...daysInStages(visits).values()].reduce((sum, days) => sum + days, 0);
        expect(total).toBe(daysBetween(entries[0]?.on ?? '', until));
      }),
    );
  });

  test('agrees with walking the calendar day by day', () => {
    fc.assert(
      fc.property(anyHistory, (entries) => {
        const until = addDays(entries.at(-1)?.on ?? '', 5);
        const walked = new Map<string, number>();
        for (let day = entries[0]?.on ?? until; day < until; day = addDays(day, 1)) {
          const stageId = entries.findLast(({ on }) => on <= day)?.stageId ?? '';
          walked.set(stageId, (walked.get(stageId) ?? 0) + 1);
        }
        const counted = [...daysInStages(stageVisits(entries, until))].filter(
          ([, days]) => days > 0,
        );
        expect(new Map(counted)).toEqual(walked);
      }),
      { numRuns: 50 },
    );
  });
});

describe('moves', () => {
  test('are counted by direction', () => {
    const path = ['a', 'b', 'a', 'c', 'lost', 'c'];
    const visits = stageVisits(
      path.map((stageId, day) => ({ stageId, on: addDays('2026-01-01', day) })),
      '2026-02-01',
    );
    expect(countMoves(visits, stages)).toEqual({
      forward: 2,
      back: 1,
      reopened: 1,
      skippedStages: 1,
    });
  });

  test('through a stage that no longer exists are not judged', () => {
    const visits = stageVisits(
      [
        { stageId: 'gone', on: '2026-01-01' },
        { stageId: 'a', on: '2026-01-02' },
      ],
      '2026-01-03',
    );
    expect(countMoves(visits, stages)).toEqual({
      forward: 0,
      back: 0,
      reopened: 0,
      skippedStages: 0,
    });
  });
});

describe('the benchmark of a stage', () => {
  test('has quantiles of won deals and the longest stay of any closed one', () => {
    const won = [12, 18, 25, 31, 33, 40, 47, 52, 60, 75, 90, 121];
    expect(stageBenchmark(won, [10, 150])).toEqual({
      n: 12,
      medianDays: 43.5,
      p75Days: 63.75,
      p90Days: expect.closeTo(88.5, 9),
      longestDays: 150,
    });
  });

  test('knows nothing of a stage nobody left', () => {
    expect(stageBenchmark([], [])).toEqual({
      n: 0,
      medianDays: null,
      p75Days: null,
      p90Days: null,
      longestDays: null,
    });
  });
});
