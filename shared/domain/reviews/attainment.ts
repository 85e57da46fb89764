import {
  add,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  rationalFromDecimal,
  subtract,
  ZERO,
} from '#shared/domain/numbers/rational.ts';
import type { CurveKnot, KpiFigures } from './template.ts';

export type Attainment =
  | Readonly<{ status: 'known'; value: Rational }>
  /** Without a positive target nothing can be attained; the item drops out with a warning. */
  | Readonly<{ status: 'no_target' }>
  | Readonly<{ status: 'no_actual' }>;

/**
 * How far a target was attained, not capped: up 2,150,000 of 2,000,000 → 1.075; down 13.5 against 12 →
 * max(0, 2 − 1.125) = 0.875; a milestone is 0 or 1.
 */
export function attainment({ direction, target, actual }: KpiFigures): Attainment {
  const [goal, reached] = [target, actual].map((value) =>
    value === null ? null : rationalFromDecimal(value),
  );
  if (direction === 'milestone') {
    if (!reached) return { status: 'no_actual' };
    return { status: 'known', value: rational(reached.n > 0n ? 1 : 0) };
  }
  if (!goal || goal.n <= 0n) return { status: 'no_target' };
  if (!reached) return { status: 'no_actual' };
  const share = divide(reached, goal);
  if (direction === 'up') return { status: 'known', value: share };
  const left = subtract(rational(2), share);
  return { status: 'known', value: left.n < 0n ? ZERO : left };
}

/** A curve needs two knots at least, rising attainment and points that never fall. */
export function isValidCurve(curve: readonly CurveKnot[]): boolean {
  const rises = curve.every((knot, index) => {
    const last = curve[index - 1];
    return (
      !last || (knot.attainmentMilli > last.attainmentMilli && knot.pointsMilli >= last.pointsMilli)
    );
  });
  return curve.length >= 2 && rises;
}

/** Points for an attainment: level outside the knots, straight between them: 1.075 → 3.75. */
export function curvePoints(value: Rational, curve: readonly CurveKnot[]): Rational {
  if (!isValidCurve(curve)) throw new RangeError('not a curve');
  const knots = curve.map(({ attainmentMilli, pointsMilli }) => ({
    at: rational(attainmentMilli, 1_000),
    points: rational(pointsMilli, 1_000),
  }));
  const next = knots.findIndex(({ at }) => compare(value, at) <= 0);
  const [low, high] = [knots[next - 1], knots[next]];
  if (!high) return knots.at(-1)?.points ?? ZERO;
  if (!low) return high.points;
  const share = divide(subtract(value, low.at), subtract(high.at, low.at));
  return add(low.points, multiply(share, subtract(high.points, low.points)));
}
