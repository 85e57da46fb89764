import { type Rational, rational } from '#shared/domain/numbers/rational.ts';
import { attainment, curvePoints, isValidCurve } from './attainment.ts';
import { type Figure, figure, figureOrNull, type Term, weighted } from './figure.ts';
import type { ItemRating, ReviewTemplate, TemplateItem } from './template.ts';

export type ItemState = 'rated' | 'not_applicable' | 'missing';

export type ItemScore = Readonly<{
  ref: string;
  weightBp: number;
  state: ItemState;
  source: 'score' | 'curve' | 'override' | null;
  /** Of KPI items, not capped. */
  attainment: Figure | null;
  points: Figure | null;
  /** Weight in percent × points: 50 × 3.75 = 187.5. */
  product: Figure | null;
  /** True for a KPI that dropped out because it has no positive target. */
  hasNoTarget: boolean;
}>;

function unrated(item: TemplateItem, state: ItemState, hasNoTarget = false): ItemScore {
  const { ref, weightBp } = item;
  return {
    ref,
    weightBp,
    state,
    source: null,
    attainment: null,
    points: null,
    product: null,
    hasNoTarget,
  };
}

type Points = Readonly<{ value: Rational; source: 'score' | 'curve' | 'override' }>;

function pointsOf(rating: ItemRating, computed: Rational | null): Points | null {
  if (rating.overrideMilli !== null) {
    return { value: rational(rating.overrideMilli, 1_000), source: 'override' };
  }
  if (rating.kpi) return computed && { value: computed, source: 'curve' };
  if (rating.scoreMilli === null) return null;
  return { value: rational(rating.scoreMilli, 1_000), source: 'score' };
}

export type ScoredItem = Readonly<{ item: ItemScore; term: Term | null }>;

/** The points of one item and the term it adds to the sum; none where it is not rated. */
export function scoreItem(
  item: TemplateItem,
  rating: ItemRating | undefined,
  template: ReviewTemplate,
): ScoredItem {
  if (!rating) return { item: unrated(item, 'missing'), term: null };
  if (rating.isNotApplicable) return { item: unrated(item, 'not_applicable'), term: null };
  const attained = rating.kpi && attainment(rating.kpi);
  const value = attained?.status === 'known' ? attained.value : null;
  const points = pointsOf(
    rating,
    value && isValidCurve(template.curve) ? curvePoints(value, template.curve) : null,
  );
  if (!points) {
    const hasNoTarget = attained?.status === 'no_target';
    return {
      item: unrated(item, hasNoTarget ? 'not_applicable' : 'missing', hasNoTarget),
      term: null,
    };
  }
  const term = { weightBp: item.weightBp, value: points.value };
  const scored: ItemScore = {
    ...unrated(item, 'rated', attained?.status === 'no_target'),
    source: points.source,
    attainment: figureOrNull(value),
    points: figure(points.value),
    product: figure(weighted(term)),
  };
  return { item: scored, term };
}
