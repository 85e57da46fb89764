import type { KpiUnit } from '#shared/contract/review-template.ts';
import type { ChangedItem, ChangedValue, Review, ReviewRating } from '#shared/contract/reviews.ts';
import { AppError } from '../../app-error.ts';
import { canonicalJson } from '../../database/canonical-json.ts';
import type { QueryContext } from '../../rpc/context.ts';
import { getReview } from './review.service.ts';

/** What a revision changed against the one before it. @throws AppError not_found, bad_input */
export async function compareRevisions(
  context: QueryContext,
  { reviewId }: { reviewId: string },
): Promise<ChangedItem[]> {
  const after = await getReview(context, { reviewId });
  if (after.amendsReviewId === null) throw new AppError('bad_input', { field: 'reviewId' });
  const before = await getReview(context, { reviewId: after.amendsReviewId });
  return changedItems(before, after);
}

type Line = Pick<ChangedItem, 'field' | 'itemRef'> & { value: ChangedValue };

/** Every difference between two revisions, in the order of the form. */
export function changedItems(before: Review, after: Review): ChangedItem[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  return keys.flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const line = is ?? was;
    if (line === undefined || isSame(was, is)) return [];
    const { field, itemRef } = line;
    return [{ field, itemRef, before: was?.value ?? null, after: is?.value ?? null }];
  });
}

function isSame(was: Line | undefined, is: Line | undefined): boolean {
  return was !== undefined && is !== undefined && canonicalJson(was) === canonicalJson(is);
}

type Add = (
  field: ChangedItem['field'],
  itemRef: string | null,
  value: ChangedValue | null,
) => void;

/** What the review says, under keys that both revisions share. */
function linesOf(review: Review): Map<string, Line> {
  const lines = new Map<string, Line>();
  const add: Add = (field, itemRef, value) => {
    if (value === null) return;
    // Parts get new ids in each revision, so equal ones are told apart by their number.
    let key = `${field} ${itemRef}`;
    while (lines.has(key)) key += '+';
    lines.set(key, { field, itemRef, value });
  };
  for (const rating of review.ratings) addRating(add, rating, unitOf(review, rating.itemRef));
  for (const { id: _, ...piece } of review.evidence) {
    add('evidence', piece.itemRef, { kind: 'evidence', piece });
  }
  for (const { id: _, ...point } of review.points) add(point.kind, null, { kind: 'point', point });
  addResult(add, review);
  return lines;
}

function addRating(add: Add, rating: ReviewRating, unit: KpiUnit | undefined): void {
  const { itemRef, kpi, isNotApplicable, overrideMilli } = rating;
  const score = overrideMilli ?? rating.scoreMilli;
  const figure = (value: string | null | undefined) =>
    value ? { kind: 'kpi' as const, figure: value, ...(unit === undefined ? {} : { unit }) } : null;
  add('score', itemRef, score === null ? null : { kind: 'score', milli: score });
  add('target', itemRef, figure(kpi?.target));
  add('actual', itemRef, figure(kpi?.actual));
  add('kpiNote', itemRef, words(rating.kpiNote));
  add('overrideReason', itemRef, overrideMilli === null ? null : words(rating.overrideReason));
  add('notApplicable', itemRef, isNotApplicable ? { kind: 'not_applicable' } : null);
  add('naReason', itemRef, isNotApplicable ? words(rating.naReason) : null);
  add('comment', itemRef, words(rating.comment));
}

function addResult(add: Add, review: Review): void {
  const { adjMilli, talkOn, score } = review;
  add('summary', null, words(review.summary));
  add('repComment', null, words(review.repComment));
  add('adjustment', null, adjMilli === 0 ? null : { kind: 'adjustment', milli: adjMilli });
  add('adjustmentReason', null, words(review.adjReason));
  add('talkOn', null, talkOn === null ? null : { kind: 'day', on: talkOn });
  add('final', null, score.finalCenti === null ? null : { kind: 'final', centi: score.finalCenti });
  add('band', null, words(score.band ?? ''));
}

function words(text: string): ChangedValue | null {
  return text === '' ? null : { kind: 'text', text };
}

function unitOf({ template }: Review, itemRef: string): KpiUnit | undefined {
  const items = template.sections.flatMap((section) => section.items);
  return items.find(({ ref }) => ref === itemRef)?.unit;
}
