import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  byAttention,
  expectedValueMinor,
  heatMapCells,
  isAcceptanceEnding,
  nextReviewOn,
  type Rankable,
  riskWarnings,
} from '#shared/domain/risks/risk-register.ts';

test.each([
  [4_000, 500_000_00, 200_000_00],
  [3_000, 120_000_00, 36_000_00],
  [1_000, 900_000_00, 90_000_00],
  [6_000, 40_000_00, 24_000_00],
  [5_000, 101, 51],
])('%i bp of %i minor units is worth %i', (probabilityBp, lossMinor, expected) => {
  expect(expectedValueMinor({ probabilityBp, lossMinor })).toBe(expected);
});

test('a risk without an estimate has no expected value, not zero', () => {
  expect(expectedValueMinor({ probabilityBp: null, lossMinor: 100 })).toBeNull();
  expect(expectedValueMinor({ probabilityBp: 100, lossMinor: null })).toBeNull();
});

const risk = (changes: Partial<Rankable>): Rankable => ({
  current: { probability: 3, impact: 3 },
  emvMinor: null,
  velocity: null,
  isReviewOverdue: false,
  number: 1,
  ...changes,
});

test('overdue reviews come first, then level, expected value and velocity', () => {
  const order = [
    risk({ number: 1, isReviewOverdue: true, current: { probability: 1, impact: 1 } }),
    risk({ number: 2, current: { probability: 4, impact: 5 } }),
    risk({ number: 3, emvMinor: 900 }),
    risk({ number: 4, emvMinor: 100, velocity: 5 }),
    risk({ number: 5, emvMinor: 100, velocity: 2 }),
    risk({ number: 6, current: null }),
  ];
  expect([...order].reverse().sort(byAttention)).toEqual(order);
});

test('equal products on different levels do not tie: level decides before money', () => {
  const high = risk({ number: 2, current: { probability: 2, impact: 5 }, emvMinor: 1 });
  const medium = risk({ number: 1, current: { probability: 3, impact: 3 }, emvMinor: 1_000_000 });
  expect([medium, high].sort(byAttention)).toEqual([high, medium]);
});

test('the next review follows the level unless the risk has a rhythm of its own', () => {
  const today = '2026-11-24';
  const extreme = { probability: 5, impact: 5 };
  expect(nextReviewOn({ today, current: extreme, everyDays: null })).toBe('2026-12-01');
  expect(nextReviewOn({ today, current: extreme, everyDays: 3 })).toBe('2026-11-27');
  expect(nextReviewOn({ today, current: { probability: 1, impact: 1 }, everyDays: null })).toBe(
    '2027-05-23',
  );
});

test('an acceptance is announced 14 days before it ends', () => {
  expect(isAcceptanceEnding('2026-12-08', '2026-11-24')).toBe(true);
  expect(isAcceptanceEnding('2026-12-09', '2026-11-24')).toBe(false);
  expect(isAcceptanceEnding(null, '2026-11-24')).toBe(false);
});

test('cells and unscored risks sum to the list, whatever the list', () => {
  const side = fc.integer({ min: 1, max: 5 });
  const score = fc.option(fc.record({ probability: side, impact: side }));
  fc.assert(
    fc.property(fc.array(score), (scores) => {
      const risks = scores.map((each, index) => ({ id: String(index), score: each }));
      const placed = heatMapCells(risks).reduce((sum, cell) => sum + cell.ids.length, 0);
      expect(placed + scores.filter((each) => each === null).length).toBe(scores.length);
    }),
  );
});

test('contradictions are named', () => {
  const sound = {
    inherent: { probability: 4, impact: 5 },
    current: { probability: 3, impact: 4 },
    target: { probability: 2, impact: 3 },
    treatment: 'reduce',
    openActions: 1,
    acceptedUntilOn: null,
    isThreat: true,
    today: '2026-11-24',
  };
  expect(riskWarnings(sound)).toEqual([]);
  expect(
    riskWarnings({ ...sound, openActions: 0, current: { probability: 5, impact: 5 } }),
  ).toEqual(['current_above_inherent', 'no_action_for_reduce']);
  expect(riskWarnings({ ...sound, target: { probability: 4, impact: 4 } })).toEqual([
    'target_above_current',
  ]);
  expect(riskWarnings({ ...sound, treatment: 'accept', acceptedUntilOn: '2026-11-23' })).toEqual([
    'acceptance_ended',
  ]);
});
