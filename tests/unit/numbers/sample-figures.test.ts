import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { median, quantile } from '#shared/domain/numbers/quantile.ts';
import { ratioOf } from '#shared/domain/numbers/ratio.ts';
import { divideRounded, toSafeInteger } from '#shared/domain/numbers/round.ts';

describe('whole-number division', () => {
  test('rounds half away from zero', () => {
    expect([5n, -5n, 4n, -4n, 0n].map((value) => divideRounded(value, 2n))).toEqual([
      3n,
      -3n,
      2n,
      -2n,
      0n,
    ]);
  });

  test('refuses a divisor that is not positive', () => {
    expect(() => divideRounded(1n, 0n)).toThrow(RangeError);
  });

  test('refuses a result that a number cannot hold', () => {
    expect(toSafeInteger(9_007_199_254_740_991n)).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => toSafeInteger(9_007_199_254_740_993n)).toThrow(RangeError);
  });
});

describe('ratio', () => {
  test('keeps its counts beside the share', () => {
    expect(ratioOf(7, 9)).toEqual({ part: 7, whole: 9, bp: 7778 });
    expect(ratioOf(18, 21).bp).toBe(8571);
    expect(ratioOf(6, 8).bp).toBe(7500);
  });

  test('knows no share of nothing', () => {
    expect(ratioOf(0, 0).bp).toBeNull();
  });
});

describe('quantiles', () => {
  const cycles = [121, 12, 18, 25, 31, 33, 40, 47, 52, 60, 75, 90];

  test('interpolate between order statistics', () => {
    expect(median(cycles)).toBe(43.5);
    expect(quantile(cycles, 0.75)).toBe(63.75);
    expect(quantile(cycles, 0.9)).toBeCloseTo(88.5, 9);
  });

  test('of nothing are unknown, of one value are that value', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([7], 0.9)).toBe(7);
  });

  test('leave the sample as it was and stay within it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sample, share) => {
          const before = [...sample];
          const value = quantile(sample, share) ?? Number.NaN;
          expect(sample).toEqual(before);
          expect(value).toBeGreaterThanOrEqual(Math.min(...sample));
          expect(value).toBeLessThanOrEqual(Math.max(...sample));
        },
      ),
    );
  });
});
