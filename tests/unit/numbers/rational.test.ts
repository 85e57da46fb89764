import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  clamp,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  rationalFromDecimal,
  subtract,
  sum,
  toFixedText,
  toFractionText,
  toScaled,
  ZERO,
} from '#shared/domain/numbers/rational.ts';

const anyRational: fc.Arbitrary<Rational> = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 9n))
  .map(([n, d]) => rational(n, d));

describe('exact fractions', () => {
  test('are kept in lowest terms with the sign above', () => {
    expect(rational(6, -4)).toEqual({ n: -3n, d: 2n });
    expect(rational(0, 7)).toEqual(ZERO);
  });

  test('refuse a zero below the line', () => {
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => divide(rational(1), ZERO)).toThrow(RangeError);
  });

  test('add a tenth and two tenths to exactly three tenths', () => {
    expect(toFractionText(sum([rational(1, 10), rational(2, 10)]))).toBe('3/10');
  });

  test('obey the laws of arithmetic', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        if (b.n !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
      }),
    );
  });

  test('compare by value and clamp between two bounds', () => {
    expect(compare(rational(1, 3), rational(2, 6))).toBe(0);
    expect(compare(rational(1, 3), rational(1, 2))).toBe(-1);
    expect(clamp(rational(6), rational(1), rational(5))).toEqual(rational(5));
    expect(clamp(rational(0), rational(1), rational(5))).toEqual(rational(1));
    expect(clamp(rational(7, 2), rational(1), rational(5))).toEqual(rational(7, 2));
  });
});

describe('decimals', () => {
  test.each([
    ['13.5', '27/2'],
    [0.1, '1/10'],
    ['-0.05', '-1/20'],
    ['1.2E+07', '12000000'],
    [1e-7, '1/10000000'],
    [2_000_000, '2000000'],
    ['0', '0'],
  ])('%s is exactly %s', (decimal, fraction) => {
    const value = rationalFromDecimal(decimal);
    expect(value && toFractionText(value)).toBe(fraction);
  });

  test.each(['', 'abc', '1,5', '1.', '.5', '1e9999', 'NaN', '--1'])('%j is none', (text) => {
    expect(rationalFromDecimal(text)).toBeNull();
  });

  test('NaN and infinities are none', () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY].map(rationalFromDecimal)).toEqual([null, null]);
  });
});

describe('rounding to places', () => {
  test('happens once, half away from zero', () => {
    expect(toFixedText(rational(749, 200), 2)).toBe('3.75');
    expect(toFixedText(rational(7489, 2000), 2)).toBe('3.74');
    expect(toFixedText(rational(-1, 200), 2)).toBe('-0.01');
    expect(toFixedText(rational(1, 3), 0)).toBe('0');
    expect(toScaled(rational(24_611, 7200), 3)).toBe(3418);
  });

  test('never moves a value by more than half a unit', () => {
    fc.assert(
      fc.property(anyRational, fc.nat(6), (value, places) => {
        const printed = rationalFromDecimal(toFixedText(value, places)) ?? ZERO;
        const error = subtract(printed, value);
        const half = rational(1n, 2n * 10n ** BigInt(places));
        expect(compare(clamp(error, rational(-half.n, half.d), half), error)).toBe(0);
      }),
    );
  });
});
