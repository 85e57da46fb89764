import type { ChangedItem, Review } from '#shared/contract/reviews.ts';
import { AppError } from '../../app-error.ts';
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

type Lines = Map<string, Omit<ChangedItem, 'before' | 'after'> & { text: string }>;

/** Every difference between two revisions, in the order of the form. */
export function changedItems(before: Review, after: Review): ChangedItem[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  return keys.flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const line = is ?? was;
    if (line === undefined || was?.text === is?.text) return [];
    const { field, itemRef } = line;
    return [{ field, itemRef, before: was?.text ?? '', after: is?.text ?? '' }];
  });
}

/** The review as lines of text under keys that both revisions share. */
function linesOf(review: Review): Lines {
  const lines: Lines = new Map();
  const add = (field: ChangedItem['field'], itemRef: string | null, text: string) => {
    // Parts get new ids in each revision, so equal ones are told apart by their number.
    let key = `${field} ${itemRef}`;
    while (lines.has(key)) key += '+';
    lines.set(key, { field, itemRef, text });
  };
  for (const rating of review.ratings) addRating(add, rating);
  for (const { itemRef, title, occurredOn, quote } of review.evidence) {
    add('evidence', itemRef, [occurredOn, title, quote].filter(Boolean).join(' · '));
  }
  for (const { kind, text, measure, action, support, owner, dueOn, weightBp } of review.points) {
    const parts = [text, measure, action, support, owner, dueOn, weightBp];
    add(kind, null, parts.filter((part) => part !== null && part !== '').join(' · '));
  }
  add('summary', null, review.summary);
  add('repComment', null, review.repComment);
  add('adjustment', null, review.adjMilli === 0 ? '' : String(review.adjMilli / 1000));
  add('adjustmentReason', null, review.adjReason);
  add('talkOn', null, review.talkOn ?? '');
  add('final', null, centi(review.score.finalCenti));
  add('band', null, review.score.band ?? '');
  return lines;
}

type Add = (field: ChangedItem['field'], itemRef: string, text: string) => void;

function addRating(add: Add, rating: Review['ratings'][number]): void {
  const { itemRef, kpi } = rating;
  const score = rating.overrideMilli ?? rating.scoreMilli;
  add('score', itemRef, score === null ? '' : String(score / 1000));
  add('target', itemRef, kpi?.target ?? '');
  add('actual', itemRef, kpi?.actual ?? '');
  add('notApplicable', itemRef, rating.isNotApplicable ? rating.naReason || '–' : '');
  add('comment', itemRef, rating.comment);
}

function centi(value: number | null): string {
  return value === null ? '' : (value / 100).toFixed(2);
}
