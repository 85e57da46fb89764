import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lossCurve, totalExpectedLoss } from '#shared/domain/risks/expected-loss.ts';

const published = [
  { probabilityBp: 4000, lossMinor: 500_000 },
  { probabilityBp: 3000, lossMinor: 120_000 },
  { probabilityBp: 1000, lossMinor: 900_000 },
  { probabilityBp: 6000, lossMinor: 40_000 },
];

const anyRisk = fc.record({
  probabilityBp: fc.integer({ min: 0, max: 10_000 }),
  lossMinor: fc.integer({ min: 1, max: 1_000_000 }),
});

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

describe('the curve of the total loss', () => {
  test('is exact for the published risks', () => {
    expect(lossCurve(published)).toEqual({
      p50Minor: 160_000,
      p80Minor: 620_000,
      p90Minor: 660_000,
      p95Minor: 1_060_000,
      noLossChance: expect.closeTo(0.1512, 10),
    });
  });

  test('of no risks is no loss for certain', () => {
    expect(lossCurve([])).toMatchObject({ p95Minor: 0, noLossChance: 1 });
  });

  test('never falls, and none happens as often as each stays away', () => {
    fc.assert(
      fc.property(fc.array(anyRisk, { maxLength: 9 }), (risks) => {
        const curve = lossCurve(risks);
        const points = [curve?.p50Minor, curve?.p80Minor, curve?.p90Minor, curve?.p95Minor];
        expect(points.toSorted((a = 0, b = 0) => a - b)).toEqual(points);
        const none = risks.reduce((chance, risk) => chance * (1 - risk.probabilityBp / 10_000), 1);
        expect(curve?.noLossChance).toBeCloseTo(none, 9);
      }),
      { numRuns: 60 },
    );
  });
});
