import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rational, rationalFromDecimal, toFractionText } from '#shared/domain/numbers/rational.ts';
import { type ReviewScore, type ScoreInput, scoreReview } from '#shared/domain/reviews/score.ts';
import type { ItemRating, SectionKind, TemplateSection } from '#shared/domain/reviews/template.ts';
import { kpi, publishedReview, rating, template } from './review-example.ts';

// A second way to the same numbers: fixed-point arithmetic with 60 digits and none of the product's
// code. What it cuts off is far less than the distance of two different scores; `NUDGE` puts values
// that lie exactly on a half back on it.
const ONE = 10n ** 60n;
const NUDGE = 10n ** 30n;

function fixed(decimal: string | number): bigint {
  const [whole = '0', fraction = ''] = String(decimal).replace('-', '').split('.');
  const value = BigInt(whole + fraction.padEnd(60, '0'));
  return String(decimal).startsWith('-') ? -value : value;
}

function roundTo(value: bigint, places: bigint): number {
  const unit = ONE / 10n ** places;
  return Number((value + NUDGE + unit / 2n) / unit);
}

function naivePoints(a: bigint): bigint {
  const knots = [
    ['0.6', '1'],
    ['0.8', '2'],
    ['1', '3'],
    ['1.1', '4'],
    ['1.2', '5'],
  ].map(([at = '', points = '']) => [fixed(at), fixed(points)] as const);
  if (a <= fixed('0.6')) return fixed('1');
  for (const [index, [at, points]] of knots.entries()) {
    const [lastAt, lastPoints] = knots[index - 1] ?? [at, points];
    if (a <= at) return lastPoints + ((points - lastPoints) * (a - lastAt)) / (at - lastAt || 1n);
  }
  return fixed('5');
}

function naiveItem(item: ItemRating | undefined): bigint | null {
  if (!item || item.isNotApplicable) return null;
  if (item.overrideMilli !== null) return fixed(item.overrideMilli) / 1000n;
  if (!item.kpi) return item.scoreMilli === null ? null : fixed(item.scoreMilli) / 1000n;
  const { direction, target, actual } = item.kpi;
  if (target === null || actual === null || Number(target) <= 0) return null;
  const share = (fixed(actual) * ONE) / fixed(target);
  if (direction === 'up') return naivePoints(share);
  return naivePoints(2n * ONE - share < 0n ? 0n : 2n * ONE - share);
}

function naiveMean(terms: ReadonlyArray<readonly [number, bigint | null]>): bigint | null {
  let [total, weights] = [0n, 0n];
  for (const [weight, value] of terms) {
    if (value === null) continue;
    total += BigInt(weight) * value;
    weights += BigInt(weight);
  }
  return weights === 0n ? null : total / weights;
}

function naiveScore({
  template: { sections, adjCapMilli },
  ratings,
  adjMilli,
  calibratedMilli,
}: ScoreInput) {
  const find = (ref: string) => ratings.find(({ itemRef }) => itemRef === ref);
  const raw = naiveMean(
    sections.map(({ weightBp, items }) => [
      weightBp,
      naiveMean(items.map((item) => [item.weightBp, naiveItem(find(item.ref))])),
    ]),
  );
  if (calibratedMilli === null && raw === null) return { finalCenti: null, hundredCenti: null };
  let final = (raw ?? 0n) + fixed(Math.max(-adjCapMilli, Math.min(adjCapMilli, adjMilli))) / 1000n;
  if (final < ONE) final = ONE;
  if (final > 5n * ONE) final = 5n * ONE;
  if (calibratedMilli !== null) final = fixed(calibratedMilli) / 1000n;
  return { finalCenti: roundTo(final, 2n), hundredCenti: roundTo(final * 20n, 2n) };
}

const anyDecimal = fc.integer({ min: 0, max: 400_000 }).map((cents) => (cents / 100).toFixed(2));

const anyKpi: fc.Arbitrary<Partial<ItemRating>> = fc
  .tuple(
    fc.constantFrom('up' as const, 'down' as const),
    fc.option(anyDecimal),
    fc.option(anyDecimal),
  )
  .map(([direction, target, actual]) => kpi(direction, target, actual));

const anyScore = fc.constantFrom(1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500, 5000);

const anyRating: fc.Arbitrary<Partial<ItemRating>> = fc.oneof(
  anyKpi,
  anyScore.map((scoreMilli) => ({ scoreMilli })),
  fc.integer({ min: 1000, max: 5000 }).map((overrideMilli) => ({ overrideMilli })),
  fc.constant({ isNotApplicable: true }),
  fc.constant({}),
);

const anySection = fc.tuple(
  fc.constantFrom<SectionKind>('kpi', 'skill', 'behavior'),
  fc.integer({ min: 0, max: 100 }),
  fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), anyRating), { maxLength: 6 }),
);

const anyReview: fc.Arbitrary<ScoreInput> = fc
  .tuple(
    fc.array(anySection, { maxLength: 4 }),
    fc.integer({ min: -400, max: 400 }),
    fc.option(fc.integer({ min: 1000, max: 5000 }), { freq: 6 }),
  )
  .map(([parts, adjMilli, calibratedMilli]) => {
    const sections = parts.map(
      ([kind, weight, items], s): TemplateSection => ({
        code: `s${s}`,
        kind,
        weightBp: weight * 100,
        items: items.map(([w], i) => ({ ref: `s${s}i${i}`, weightBp: w * 100, commentRule: null })),
      }),
    );
    const ratings = parts.flatMap(([, , items], s) =>
      items.map(([, more], i) => rating(`s${s}i${i}`, more)),
    );
    return { template: template(sections), ratings, adjMilli, calibratedMilli };
  });

describe('the score', () => {
  test('equals a second, naive way of working it out, over 2,000 random reviews', () => {
    fc.assert(
      fc.property(anyReview, (review) => {
        const { finalCenti, hundredCenti } = scoreReview(review);
        expect({ finalCenti, hundredCenti }).toEqual(naiveScore(review));
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Repeats the printed sum from its printed fractions alone. */
function repeatByHand(score: ReviewScore, printedAdj: string): string | null {
  const number = (fraction: string | undefined) => {
    const [top = '0', bottom = '1'] = (fraction ?? '0').split('/');
    return { n: BigInt(top), d: BigInt(bottom) };
  };
  let [n, d, weights] = [0n, 1n, 0n];
  for (const { items, weightBp } of score.sections) {
    let [sn, sd, sw] = [0n, 1n, 0n];
    for (const { points, weightBp: w } of items) {
      if (!points) continue;
      const p = number(points.fraction);
      [sn, sd, sw] = [sn * p.d + BigInt(w) * p.n * sd, sd * p.d, sw + BigInt(w)];
    }
    if (sw === 0n) continue;
    [n, d] = [n * sd * sw + BigInt(weightBp) * sn * d, d * sd * sw];
    weights += BigInt(weightBp);
  }
  if (weights === 0n) return null;
  const adj = rationalFromDecimal(printedAdj) ?? { n: 0n, d: 1n };
  return toFractionText(rational(n * adj.d + adj.n * d * weights, d * weights * adj.d));
}

describe('the printed sum', () => {
  test('of the published review can be followed line by line', () => {
    const score = scoreReview(publishedReview);
    expect(
      score.sections.map(({ productTotal, countedWeightBp }) => [
        productTotal?.fixed,
        countedWeightBp,
      ]),
    ).toEqual([
      ['333.1250', 10_000],
      ['295.0000', 9_000],
      ['400.0000', 10_000],
    ]);
    expect(score.sections[0]?.items.map(({ product }) => product?.fixed)).toEqual([
      '187.5000',
      '50.0000',
      '60.0000',
      '35.6250',
    ]);
    expect(score.sections.map(({ product }) => product?.fixed)).toEqual([
      '199.8750',
      '81.9444',
      '60.0000',
    ]);
    expect(score.productTotal?.fixed).toBe('341.8194');
    expect(repeatByHand(score, '0.10')).toBe(score.final?.fraction);
  });

  test('of any review leads to its score', () => {
    fc.assert(
      fc.property(anyReview, (review) => {
        const score = scoreReview({ ...review, adjMilli: 0, calibratedMilli: null });
        expect(repeatByHand(score, '0')).toBe(score.raw?.fraction ?? null);
      }),
      { numRuns: 300 },
    );
  });
});
