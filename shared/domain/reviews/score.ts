import {
  add,
  clamp,
  multiply,
  type Rational,
  rational,
  sum,
  toScaled,
} from '#shared/domain/numbers/rational.ts';
import { type Figure, figure, figureOrNull, type Term, weighted, weightedMean } from './figure.ts';
import { type ItemScore, scoreItem } from './item-score.ts';
import {
  HIGHEST_MILLI,
  type ItemRating,
  LOWEST_MILLI,
  type ReviewTemplate,
  scoredSections,
  type TemplateSection,
} from './template.ts';

export type SectionScore = Readonly<{
  code: string;
  weightBp: number;
  items: readonly ItemScore[];
  /** Σ of the products, and of the weights behind them: 333.125 ÷ 100. */
  productTotal: Figure | null;
  countedWeightBp: number;
  /** Null where no item is rated; the section is then left out of the score. */
  score: Figure | null;
  /** Section weight in percent × score. */
  product: Figure | null;
  /** True where only part of the items carry the section. */
  isRenormalised: boolean;
}>;

/** A review's score with every term of the sum, so that anyone can repeat it by hand. */
export type ReviewScore = Readonly<{
  sections: readonly SectionScore[];
  productTotal: Figure | null;
  countedWeightBp: number;
  /** True where a section is left out. */
  isRenormalised: boolean;
  raw: Figure | null;
  /** The adjustment as counted, within the cap. */
  adjMilli: number;
  isAdjCapped: boolean;
  /** raw + adjustment, kept within 1 and 5. */
  adjusted: Figure | null;
  isCalibrated: boolean;
  final: Figure | null;
  /** The two-place value of the exact score, rounded half up: 352. Band and print use this one. */
  finalCenti: number | null;
  /** Exact score × 20 to two places: 7,036 for 70.36. */
  hundredCenti: number | null;
  band: string | null;
}>;

export type ScoreInput = Readonly<{
  template: ReviewTemplate;
  ratings: readonly ItemRating[];
  adjMilli: number;
  calibratedMilli: number | null;
}>;

const LOWEST = rational(LOWEST_MILLI, 1_000);
const HIGHEST = rational(HIGHEST_MILLI, 1_000);

type ScoredSection = Readonly<{ section: SectionScore; term: Term | null }>;

function scoreSection(section: TemplateSection, { template, ratings }: ScoreInput): ScoredSection {
  const { code, weightBp } = section;
  const scored = section.items.map((item) => {
    const rating = ratings.find(({ itemRef }) => itemRef === item.ref);
    return scoreItem(item, rating, template);
  });
  const terms = scored.flatMap(({ term }) => term ?? []);
  const score = weightedMean(terms);
  const term = score && { weightBp, value: score };
  return {
    section: {
      code,
      weightBp,
      items: scored.map(({ item }) => item),
      productTotal: figureOrNull(score && sum(terms.map(weighted))),
      countedWeightBp: terms.reduce((total, { weightBp: part }) => total + part, 0),
      score: figureOrNull(score),
      product: figureOrNull(term && weighted(term)),
      isRenormalised: score !== null && terms.length < scored.length,
    },
    term,
  };
}

/** The grade of a two-place score: 375 → 'A'. */
export function bandOf(centi: number, { bands }: Pick<ReviewTemplate, 'bands'>): string | null {
  const ordered = bands.toSorted((a, b) => b.fromCenti - a.fromCenti);
  return ordered.find(({ fromCenti }) => centi >= fromCenti)?.code ?? null;
}

function finalParts(final: Rational | null, template: ReviewTemplate) {
  if (!final) return { final: null, finalCenti: null, hundredCenti: null, band: null };
  const finalCenti = toScaled(final, 2);
  return {
    final: figure(final),
    finalCenti,
    hundredCenti: toScaled(multiply(final, rational(20)), 2),
    band: bandOf(finalCenti, template),
  };
}

/**
 * The score of a review. Items and sections without a rating drop out and the rest carries their
 * weight; nothing is rounded before the end. The published example: 533/160, 295/90 and 4 weigh
 * 24611/7200 raw, 3.52 with +0.10, band B, 70.36 of 100.
 */
export function scoreReview(input: ScoreInput): ReviewScore {
  const { template, calibratedMilli } = input;
  const scored = scoredSections(template).map((section) => scoreSection(section, input));
  const terms = scored.flatMap(({ term }) => term ?? []);
  const raw = weightedMean(terms);
  const cap = template.adjCapMilli;
  const adjMilli = Math.min(cap, Math.max(-cap, input.adjMilli));
  const adjusted = raw && clamp(add(raw, rational(adjMilli, 1_000)), LOWEST, HIGHEST);
  const calibrated = calibratedMilli === null ? null : rational(calibratedMilli, 1_000);
  return {
    sections: scored.map(({ section }) => section),
    productTotal: figureOrNull(raw && sum(terms.map(weighted))),
    countedWeightBp: terms.reduce((total, { weightBp }) => total + weightBp, 0),
    isRenormalised: raw !== null && terms.length < scored.length,
    raw: figureOrNull(raw),
    adjMilli,
    isAdjCapped: adjMilli !== input.adjMilli,
    adjusted: figureOrNull(adjusted),
    isCalibrated: calibrated !== null,
    ...finalParts(calibrated ?? adjusted, template),
  };
}
