import type { ScoreInput } from '#shared/domain/reviews/score.ts';
import {
  DEFAULT_ADJ_CAP_MILLI,
  DEFAULT_BANDS,
  DEFAULT_CURVE,
  type ItemRating,
  type KpiFigures,
  type ReviewTemplate,
  type SectionKind,
  type TemplateSection,
} from '#shared/domain/reviews/template.ts';

export function rating(itemRef: string, more: Partial<ItemRating> = {}): ItemRating {
  return {
    itemRef,
    scoreMilli: null,
    selfScoreMilli: null,
    kpi: null,
    isNotApplicable: false,
    naReason: null,
    overrideMilli: null,
    overrideReason: null,
    comment: null,
    ...more,
  };
}

export function section(
  code: string,
  kind: SectionKind,
  weightBp: number,
  weights: Readonly<Record<string, number>>,
): TemplateSection {
  const items = Object.entries(weights).map(([ref, bp]) => ({
    ref,
    weightBp: bp,
    commentRule: null,
  }));
  return { code, kind, weightBp, items };
}

export function template(sections: TemplateSection[]): ReviewTemplate {
  return {
    sections,
    curve: DEFAULT_CURVE,
    bands: DEFAULT_BANDS,
    adjCapMilli: DEFAULT_ADJ_CAP_MILLI,
  };
}

export function kpi(
  direction: KpiFigures['direction'],
  target: KpiFigures['target'],
  actual: KpiFigures['actual'],
): Partial<ItemRating> {
  return { kpi: { direction, target, actual } };
}

/** The published review: bookings, pipeline, win rate and discount; five skills; three behaviours. */
export const publishedTemplate = template([
  section('results', 'kpi', 6000, {
    bookings: 5000,
    pipeline: 2000,
    winRate: 1500,
    discount: 1500,
  }),
  section('skills', 'skill', 2500, {
    discovery: 3000,
    negotiation: 2500,
    hygiene: 2000,
    product: 1500,
    multithreading: 1000,
  }),
  section('behaviour', 'behavior', 1500, { customer: 4000, teamwork: 3000, initiative: 3000 }),
]);

export const publishedRatings: readonly ItemRating[] = [
  rating('bookings', kpi('up', 2_000_000, 2_150_000)),
  rating('pipeline', kpi('up', 6_000_000, 5_400_000)),
  rating('winRate', kpi('up', 30, 33)),
  rating('discount', kpi('down', 12, 13.5)),
  rating('discovery', { scoreMilli: 4000, selfScoreMilli: 5000 }),
  rating('negotiation', { scoreMilli: 3000, selfScoreMilli: 3000 }),
  rating('hygiene', { scoreMilli: 2000, selfScoreMilli: 3000 }),
  rating('product', { scoreMilli: 4000, selfScoreMilli: 4000 }),
  rating('multithreading', {
    isNotApplicable: true,
    naReason: '本期无多线商机',
    selfScoreMilli: 3000,
  }),
  rating('customer', { scoreMilli: 4000 }),
  rating('teamwork', { scoreMilli: 3000 }),
  rating('initiative', { scoreMilli: 5000 }),
];

export const publishedReview: ScoreInput = {
  template: publishedTemplate,
  ratings: publishedRatings,
  adjMilli: 100,
  calibratedMilli: null,
};

/** The published ratings with some of them replaced. */
export function withRatings(changes: readonly ItemRating[]): ScoreInput {
  const changed = new Map(changes.map((change) => [change.itemRef, change]));
  const ratings = publishedRatings.map((old) => changed.get(old.itemRef) ?? old);
  return { ...publishedReview, ratings };
}
