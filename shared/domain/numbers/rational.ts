import { divideRounded, toSafeInteger } from './round.ts';

/** An exact fraction in lowest terms; `d` is positive. */
export type Rational = Readonly<{ n: bigint; d: bigint }>;

/** A decimal as stored or typed: `13.5` or `'13.5'`. A number means its shortest decimal form. */
export type Decimal = number | string;

const DECIMAL_PATTERN = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;

export const ZERO: Rational = { n: 0n, d: 1n };

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [high, low] = [a < 0n ? -a : a, b];
  while (low !== 0n) [high, low] = [low, high % low];
  return high;
}

/** The fraction n/d in lowest terms: 6, −4 → −3/2. Throws a RangeError when d is 0. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  let [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError('division by zero');
  if (bottom < 0n) [top, bottom] = [-top, -bottom];
  const divisor = greatestCommonDivisor(top, bottom);
  return { n: top / divisor, d: bottom / divisor };
}

/** The exact value of a decimal, or null when it is none: '13.5' → 27/2, 0.1 → 1/10. */
export function rationalFromDecimal(decimal: Decimal): Rational | null {
  const match = DECIMAL_PATTERN.exec(String(decimal).trim());
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  const shift = Number(exponent) - fraction.length;
  return shift >= 0
    ? rational(digits * 10n ** BigInt(shift))
    : rational(digits, 10n ** BigInt(-shift));
}

export function add(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

export function sum(values: Iterable<Rational>): Rational {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
}

/** Negative, 0 or positive as a is below, equal to or above b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function clamp(value: Rational, low: Rational, high: Rational): Rational {
  if (compare(value, low) < 0) return low;
  return compare(value, high) > 0 ? high : value;
}

/** The value times 10^places as one rounded whole number, half away from zero: 7489/2000, 2 → 374. */
export function toScaled(value: Rational, places: number): number {
  return toSafeInteger(divideRounded(value.n * 10n ** BigInt(places), value.d));
}

/** Decimal text rounded once, half away from zero: 533/160, 4 → '3.3313'. */
export function toFixedText(value: Rational, places: number): string {
  const scaled = divideRounded(value.n * 10n ** BigInt(places), value.d);
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const point = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return scaled < 0n ? `-${text}` : text;
}

/** '533/160', or '4' for a whole number. */
export function toFractionText(value: Rational): string {
  return value.d === 1n ? value.n.toString() : `${value.n}/${value.d}`;
}
