import { compare, rational, subtract, toScaled } from '#shared/domain/numbers/rational.ts';
import { type Figure, figureOrNull, type Term, weightedMean } from './figure.ts';
import { scoreItem } from './item-score.ts';
import type { ScoreInput } from './score.ts';
import { scoredSections, type TemplateItem } from './template.ts';

export type SelfView = Readonly<{
  /** The person's own scores per section and overall, never blended into the score. */
  sections: ReadonlyArray<Readonly<{ code: string; score: Figure | null }>>;
  overall: Figure | null;
  gaps: readonly PerceptionGap[];
}>;

/** Self and manager differ by a point or more: self 5,000 against 4,000 → +1,000. */
export type PerceptionGap = Readonly<{
  itemRef: string;
  selfMilli: number;
  differenceMilli: number;
}>;

const GAP = rational(1);

function perceptionGap(item: TemplateItem, input: ScoreInput): PerceptionGap[] {
  const rating = input.ratings.find(({ itemRef }) => itemRef === item.ref);
  const selfMilli = rating?.selfScoreMilli ?? null;
  const { term } = scoreItem(item, rating, input.template);
  if (selfMilli === null || !term) return [];
  const difference = subtract(rational(selfMilli, 1_000), term.value);
  const isWide = compare(difference, GAP) >= 0 || compare(difference, rational(-1)) <= 0;
  return isWide ? [{ itemRef: item.ref, selfMilli, differenceMilli: toScaled(difference, 3) }] : [];
}

/** What the person thinks of their own work: self 5, 3, 3, 4, 3 at 30, 25, 20, 15, 10 → 3.75. */
export function selfView(input: ScoreInput): SelfView {
  const sections = scoredSections(input.template).map((section) => {
    const terms = section.items.flatMap(({ ref, weightBp }): Term[] => {
      const milli = input.ratings.find(({ itemRef }) => itemRef === ref)?.selfScoreMilli ?? null;
      return milli === null ? [] : [{ weightBp, value: rational(milli, 1_000) }];
    });
    return { section, score: weightedMean(terms) };
  });
  const terms = sections.flatMap(({ section: { weightBp }, score }) =>
    score ? [{ weightBp, value: score }] : [],
  );
  return {
    sections: sections.map(({ section, score }) => ({
      code: section.code,
      score: figureOrNull(score),
    })),
    overall: figureOrNull(weightedMean(terms)),
    gaps: sections.flatMap(({ section }) =>
      section.items.flatMap((item) => perceptionGap(item, input)),
    ),
  };
}
