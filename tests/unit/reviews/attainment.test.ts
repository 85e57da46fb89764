import { describe, expect, test } from 'vitest';
import {
  rational,
  rationalFromDecimal,
  toFixedText,
  toFractionText,
  ZERO,
} from '#shared/domain/numbers/rational.ts';
import { attainment, curvePoints, isValidCurve } from '#shared/domain/reviews/attainment.ts';
import { DEFAULT_CURVE, type KpiFigures } from '#shared/domain/reviews/template.ts';

function attained(figures: KpiFigures): string {
  const result = attainment(figures);
  return result.status === 'known' ? toFractionText(result.value) : result.status;
}

function points(value: string): string {
  return toFixedText(curvePoints(rationalFromDecimal(value) ?? ZERO, DEFAULT_CURVE), 4);
}

describe('attainment', () => {
  test.each([
    ['up', 2_000_000, 2_150_000, '43/40'],
    ['up', 6_000_000, '5400000', '9/10'],
    ['up', '0.30', '0.33', '11/10'],
    ['up', 100, 135, '27/20'],
    ['up', 100, 0, '0'],
    ['up', 100, -20, '-1/5'],
    ['down', 12, 13.5, '7/8'],
    ['down', 12, 0, '2'],
    ['down', 12, 24, '0'],
    ['down', 12, 99, '0'],
    ['milestone', null, 1, '1'],
    ['milestone', null, 0, '0'],
    ['up', 0, 5, 'no_target'],
    ['up', null, 5, 'no_target'],
    ['down', -3, 5, 'no_target'],
    ['up', 100, null, 'no_actual'],
    ['up', 100, 'n/a', 'no_actual'],
    ['milestone', 1, null, 'no_actual'],
  ] as const)('%s, target %s, actual %s is %s', (direction, target, actual, expected) => {
    expect(attained({ direction, target, actual })).toBe(expected);
  });
});

describe('the points curve', () => {
  test.each([
    ['-0.2', '1.0000'],
    ['0', '1.0000'],
    ['0.599', '1.0000'],
    ['0.60', '1.0000'],
    ['0.70', '1.5000'],
    ['0.80', '2.0000'],
    ['0.925', '2.6250'],
    ['1.00', '3.0000'],
    ['1.05', '3.5000'],
    ['1.075', '3.7500'],
    ['1.20', '5.0000'],
    ['1.35', '5.0000'],
    ['2', '5.0000'],
  ])('gives at %s %s points', (value, expected) => {
    expect(points(value)).toBe(expected);
  });

  test('may have knots of its own', () => {
    const steep = [
      { attainmentMilli: 500, pointsMilli: 1_000 },
      { attainmentMilli: 1_000, pointsMilli: 5_000 },
    ];
    expect(toFractionText(curvePoints(rational(2, 3), steep))).toBe('7/3');
  });

  test('needs two knots that rise', () => {
    const knot = (attainmentMilli: number, pointsMilli: number) => ({
      attainmentMilli,
      pointsMilli,
    });
    expect(isValidCurve(DEFAULT_CURVE)).toBe(true);
    expect(isValidCurve([knot(0, 1000)])).toBe(false);
    expect(isValidCurve([knot(0, 1000), knot(0, 2000)])).toBe(false);
    expect(isValidCurve([knot(0, 2000), knot(900, 1000)])).toBe(false);
    expect(() => curvePoints(rational(1), [])).toThrow(RangeError);
  });
});
