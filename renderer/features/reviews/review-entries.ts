import type { FinaliseProblemView } from '#shared/contract/review-score.ts';
import type {
  ReviewTemplateItem,
  ReviewTemplateSection,
} from '#shared/contract/review-template.ts';
import type { PointKind, Review } from '#shared/contract/reviews.ts';

/** A line of the outline: one thing to fill in. */
export type ReviewEntry =
  | { kind: 'item'; key: string; item: ReviewTemplateItem; section: ReviewTemplateSection }
  | { kind: 'points'; key: PointKind; item: ReviewTemplateItem }
  | { kind: 'summary' | 'result' | 'comment' | 'private'; key: string };

const pointKinds: readonly PointKind[] = ['strength', 'improvement', 'goal'];

/** Everything the form asks for, in its order. */
export function entriesOf({ template }: Pick<Review, 'template'>): ReviewEntry[] {
  const scored = template.sections.filter(({ kind }) => kind !== 'text');
  const written = template.sections.filter(({ kind }) => kind === 'text');
  return [
    ...scored.flatMap((section) =>
      section.items.map((item): ReviewEntry => ({ kind: 'item', key: item.ref, item, section })),
    ),
    { kind: 'result', key: 'result' },
    ...written.flatMap(({ items }) =>
      items.map((item): ReviewEntry => {
        const points = pointKinds.find((kind) => kind === item.ref);
        return points === undefined
          ? { kind: 'summary', key: 'summary' }
          : { kind: 'points', key: points, item };
      }),
    ),
    { kind: 'comment', key: 'comment' },
    { kind: 'private', key: 'private' },
  ];
}

export type EntryState = 'done' | 'open' | 'left_out' | 'problem';

/** How far an entry is, for its mark in the outline. */
export function entryState(entry: ReviewEntry, review: Review): EntryState {
  if (review.problems.some((problem) => problemKey(problem, review) === entry.key)) {
    return isStarted(entry, review) ? 'problem' : 'open';
  }
  if (entry.kind === 'item') {
    const scored = scoreOf(review, entry.key);
    return scored?.state === 'not_applicable' ? 'left_out' : 'done';
  }
  return isStarted(entry, review) ? 'done' : 'open';
}

/** True where something was filled in. */
function isStarted(entry: ReviewEntry, review: Review): boolean {
  switch (entry.kind) {
    case 'item':
      return scoreOf(review, entry.key)?.state !== 'missing';
    case 'points':
      return review.points.some(({ kind }) => kind === entry.key);
    case 'summary':
      return review.summary !== '';
    case 'result':
      return review.score.raw !== null;
    case 'comment':
      return review.repComment !== '';
    case 'private':
      return review.privateAssessment !== '' || review.potential !== null;
  }
}

/** The score of one item, with its points and what it adds to the sum. */
export function scoreOf({ score }: Pick<Review, 'score'>, ref: string) {
  return score.sections.flatMap(({ items }) => items).find((item) => item.ref === ref);
}

/** The entry where a problem is mended. */
export function problemKey(problem: FinaliseProblemView, review: Review): string {
  switch (problem.code) {
    case 'item_unscored':
    case 'na_reason_missing':
    case 'comment_missing':
    case 'score_off_scale':
    case 'override_reason_missing':
    case 'evidence_private':
      return problem.itemRef;
    case 'draft_marker':
      return fieldKey(problem.field, review);
    case 'evidence_not_seen':
      return entriesOf(review)[0]?.key ?? 'result';
    default:
      return 'result';
  }
}

const ofItems: readonly string[] = ['comment', 'kpiNote', 'naReason', 'overrideReason'];

/** `comment.discovery`, `kpiNote.bookings`, `point.<id>.text`, `evidence.<id>`, `summary`, … → the entry it is in. */
function fieldKey(field: string, review: Review): string {
  const [kind = '', id = ''] = field.split('.');
  if (ofItems.includes(kind)) return id;
  if (kind === 'point') return review.points.find((point) => point.id === id)?.kind ?? 'result';
  if (kind === 'evidence') {
    return review.evidence.find((piece) => piece.id === id)?.itemRef ?? 'result';
  }
  return { summary: 'summary', repComment: 'comment' }[kind] ?? 'result';
}
