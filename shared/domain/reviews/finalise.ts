import { isBlank } from '#shared/domain/text/blank.ts';
import { countGraphemes } from '#shared/domain/text/graphemes.ts';
import { isValidCurve } from './attainment.ts';
import type { ItemScore } from './item-score.ts';
import { type ReviewScore, type ScoreInput, scoreReview } from './score.ts';
import {
  HIGHEST_MILLI,
  type ItemRating,
  LOWEST_MILLI,
  type SectionKind,
  scoredSections,
  type TemplateItem,
  type TemplateSection,
} from './template.ts';

type ItemProblemCode =
  | 'item_unscored'
  | 'na_reason_missing'
  | 'comment_missing'
  | 'score_off_scale'
  | 'override_reason_missing';

/** One thing that keeps a review from being final, with the place to mend it. */
export type FinaliseProblem =
  | Readonly<{ code: 'section_weights'; totalBp: number }>
  | Readonly<{ code: 'item_weights'; sectionCode: string; totalBp: number }>
  | Readonly<{ code: ItemProblemCode; sectionCode: string; itemRef: string }>
  | Readonly<{ code: 'nothing_scored' }>
  | Readonly<{ code: 'curve_invalid' }>
  | Readonly<{ code: 'adjustment_over_cap'; adjMilli: number; capMilli: number }>
  | Readonly<{ code: 'adjustment_reason_missing' }>
  | Readonly<{ code: 'calibration_reason_short'; length: number; needed: number }>
  | Readonly<{ code: 'calibration_off_scale'; calibratedMilli: number }>
  | Readonly<{ code: 'draft_marker'; field: string; marker: string }>
  | Readonly<{ code: 'evidence_not_seen' }>
  | Readonly<{ code: 'evidence_private'; evidenceId: string; itemRef: string }>;

export type FinaliseInput = ScoreInput &
  Readonly<{
    adjReason: string | null;
    calibrationReason: string | null;
    /** Every written text by the name of its field; comments of items are looked at anyway. */
    texts: Readonly<Record<string, string | null>>;
    /** The balance of evidence over the period was on screen. */
    isEvidenceSeen: boolean;
    /** Evidence whose source has been made private since it was attached. */
    privateEvidence: ReadonlyArray<Readonly<{ id: string; itemRef: string }>>;
  }>;

export const FULL_WEIGHT_BP = 10_000;
export const MIN_CALIBRATION_REASON = 10;

const DRAFT_MARKER =
  /\b(?:T(?:ODO|BD|BC)|FIXME|XXX)\b|待补充|待完善|待填写|此处填写|【\s*】|\[\s*\]|_{4,}/i;

const STEP_MILLI: Readonly<Record<SectionKind, number>> = {
  kpi: 1,
  skill: 1_000,
  behavior: 500,
  text: 1,
};

/** The first mark of an unfinished text, or null: '总评待补充' → '待补充'. */
export function draftMarker(text: string | null): string | null {
  return DRAFT_MARKER.exec(text ?? '')?.[0] ?? null;
}

function isOnScale(milli: number, stepMilli: number): boolean {
  const isInside = milli >= LOWEST_MILLI && milli <= HIGHEST_MILLI;
  return Number.isInteger(milli) && isInside && milli % stepMilli === 0;
}

function weightProblems(sections: readonly TemplateSection[]): FinaliseProblem[] {
  const total = (parts: ReadonlyArray<{ weightBp: number }>) =>
    parts.reduce((sum, { weightBp }) => sum + weightBp, 0);
  const totalBp = total(sections);
  const ofItems = sections
    .map(({ code, items }) => ({
      code: 'item_weights' as const,
      sectionCode: code,
      totalBp: total(items),
    }))
    .filter((problem) => problem.totalBp !== FULL_WEIGHT_BP);
  return totalBp === FULL_WEIGHT_BP ? ofItems : [{ code: 'section_weights', totalBp }, ...ofItems];
}

function needsComment({ commentRule }: TemplateItem, scored: ItemScore): boolean {
  if (!commentRule || !scored.points) return false;
  const { milli } = scored.points;
  return milli <= commentRule.upToMilli || milli >= commentRule.fromMilli;
}

type RatedItem = Readonly<{
  item: TemplateItem;
  rating: ItemRating | undefined;
  scored: ItemScore;
}>;

function itemProblems({ item, rating, scored }: RatedItem, kind: SectionKind): ItemProblemCode[] {
  const codes: ItemProblemCode[] = [];
  if (scored.state === 'missing') codes.push('item_unscored');
  if (rating?.isNotApplicable && isBlank(rating.naReason)) codes.push('na_reason_missing');
  if (scored.state !== 'rated') return codes;
  const override = rating?.overrideMilli ?? null;
  const typed = override ?? rating?.scoreMilli ?? null;
  const step = override === null ? STEP_MILLI[kind] : 1;
  if (scored.source !== 'curve' && typed !== null && !isOnScale(typed, step))
    codes.push('score_off_scale');
  if (override !== null && isBlank(rating?.overrideReason)) codes.push('override_reason_missing');
  if (needsComment(item, scored) && isBlank(rating?.comment)) codes.push('comment_missing');
  return codes;
}

function sectionProblems(
  section: TemplateSection,
  score: ReviewScore,
  { ratings }: ScoreInput,
): FinaliseProblem[] {
  const scores = score.sections.find(({ code }) => code === section.code)?.items ?? [];
  return section.items.flatMap((item, index) => {
    const scored = scores[index];
    const rating = ratings.find(({ itemRef }) => itemRef === item.ref);
    const codes = scored ? itemProblems({ item, rating, scored }, section.kind) : [];
    return codes.map((code) => ({ code, sectionCode: section.code, itemRef: item.ref }));
  });
}

function adjustmentProblems(input: FinaliseInput): FinaliseProblem[] {
  const { adjMilli, adjReason, calibratedMilli, calibrationReason, template } = input;
  const problems: FinaliseProblem[] = [];
  if (Math.abs(adjMilli) > template.adjCapMilli) {
    problems.push({ code: 'adjustment_over_cap', adjMilli, capMilli: template.adjCapMilli });
  }
  if (adjMilli !== 0 && isBlank(adjReason)) problems.push({ code: 'adjustment_reason_missing' });
  if (calibratedMilli === null) return problems;
  const length = countGraphemes((calibrationReason ?? '').trim());
  if (length < MIN_CALIBRATION_REASON) {
    problems.push({ code: 'calibration_reason_short', length, needed: MIN_CALIBRATION_REASON });
  }
  if (!isOnScale(calibratedMilli, 1))
    problems.push({ code: 'calibration_off_scale', calibratedMilli });
  return problems;
}

function textProblems({ texts, ratings }: FinaliseInput): FinaliseProblem[] {
  const comments = ratings.map(({ itemRef, comment }) => [`comment.${itemRef}`, comment] as const);
  return [...Object.entries(texts), ...comments].flatMap(([field, text]) => {
    const marker = draftMarker(text);
    return marker === null ? [] : [{ code: 'draft_marker' as const, field, marker }];
  });
}

/** Everything that keeps a review from being final, all at once; empty when it can be finalised. */
export function finaliseProblems(input: FinaliseInput): FinaliseProblem[] {
  const sections = scoredSections(input.template);
  const problems = [
    ...weightProblems(sections),
    ...adjustmentProblems(input),
    ...textProblems(input),
  ];
  if (!input.isEvidenceSeen) problems.push({ code: 'evidence_not_seen' });
  for (const { id: evidenceId, itemRef } of input.privateEvidence) {
    problems.push({ code: 'evidence_private', evidenceId, itemRef });
  }
  if (!isValidCurve(input.template.curve)) return [...problems, { code: 'curve_invalid' }];
  const score = scoreReview(input);
  if (score.raw === null) problems.push({ code: 'nothing_scored' });
  return [...problems, ...sections.flatMap((section) => sectionProblems(section, score, input))];
}
