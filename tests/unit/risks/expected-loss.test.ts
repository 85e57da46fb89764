import { describe, expect, test } from 'vitest';
import { totalExpectedLoss } from '#shared/domain/risks/expected-loss.ts';

const published = [
  { probabilityBp: 4000, lossMinor: 500_000 },
  { probabilityBp: 3000, lossMinor: 120_000 },
  { probabilityBp: 1000, lossMinor: 900_000 },
  { probabilityBp: 6000, lossMinor: 40_000 },
];

describe('the expected loss of a register', () => {
  test('is 350 thousand for the published risks', () => {
    expect(totalExpectedLoss(published)).toEqual({ totalMinor: 350_000, estimatedCount: 4 });
  });

  test('is rounded once over all of them', () => {
    const half = { probabilityBp: 5000, lossMinor: 101 };
    expect(totalExpectedLoss([half, half]).totalMinor).toBe(101);
  });

  test('leaves out risks that nobody estimated', () => {
    const open = [
      { probabilityBp: null, lossMinor: 5 },
      { probabilityBp: 5, lossMinor: null },
    ];
    expect(totalExpectedLoss([...published, ...open])).toEqual(totalExpectedLoss(published));
  });
});
