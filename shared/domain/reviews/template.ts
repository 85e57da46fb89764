import type { Decimal } from '#shared/domain/numbers/rational.ts';

/** What a section judges. `text` sections are written, not scored. */
export type SectionKind = 'kpi' | 'skill' | 'behavior' | 'text';

/** Points at an attainment, both in thousandths: 1,100 → 4,000. */
export type CurveKnot = Readonly<{ attainmentMilli: number; pointsMilli: number }>;

/** A grade from a two-place score on: `{ code: 'A', fromCenti: 375 }`. */
export type ScoreBand = Readonly<{ code: string; fromCenti: number }>;

export type TemplateItem = Readonly<{
  ref: string;
  weightBp: number;
  /** Points that need words: up to 2,000 and from 5,000 on. Null never asks. */
  commentRule: Readonly<{ upToMilli: number; fromMilli: number }> | null;
}>;

export type TemplateSection = Readonly<{
  code: string;
  kind: SectionKind;
  weightBp: number;
  items: readonly TemplateItem[];
}>;

/** The frozen rules of a review. */
export type ReviewTemplate = Readonly<{
  sections: readonly TemplateSection[];
  curve: readonly CurveKnot[];
  /** Highest first. */
  bands: readonly ScoreBand[];
  adjCapMilli: number;
}>;

export type KpiFigures = Readonly<{
  direction: 'up' | 'down' | 'milestone';
  target: Decimal | null;
  /** For a milestone anything above 0 is reached. */
  actual: Decimal | null;
}>;

/** What was entered for one item. */
export type ItemRating = Readonly<{
  itemRef: string;
  /** The manager's score in thousandths; KPI items are computed instead. */
  scoreMilli: number | null;
  selfScoreMilli: number | null;
  kpi: KpiFigures | null;
  isNotApplicable: boolean;
  naReason: string | null;
  /** Set by hand in place of the score. */
  overrideMilli: number | null;
  overrideReason: string | null;
  comment: string | null;
}>;

export const LOWEST_MILLI = 1_000;
export const HIGHEST_MILLI = 5_000;

export const DEFAULT_CURVE: readonly CurveKnot[] = [
  { attainmentMilli: 600, pointsMilli: 1_000 },
  { attainmentMilli: 800, pointsMilli: 2_000 },
  { attainmentMilli: 1_000, pointsMilli: 3_000 },
  { attainmentMilli: 1_100, pointsMilli: 4_000 },
  { attainmentMilli: 1_200, pointsMilli: 5_000 },
];

export const DEFAULT_BANDS: readonly ScoreBand[] = [
  { code: 'S', fromCenti: 450 },
  { code: 'A', fromCenti: 375 },
  { code: 'B', fromCenti: 275 },
  { code: 'C', fromCenti: 200 },
  { code: 'D', fromCenti: 0 },
];

export const DEFAULT_ADJ_CAP_MILLI = 300;

/** Sections that count towards the score. */
export function scoredSections(template: ReviewTemplate): TemplateSection[] {
  return template.sections.filter(({ kind }) => kind !== 'text');
}
