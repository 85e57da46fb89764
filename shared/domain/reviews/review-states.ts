import { isBlank } from '#shared/domain/text/blank.ts';

export type ReviewStatus =
  | 'draft'
  | 'self'
  | 'manager'
  | 'calibration'
  | 'final'
  | 'shared'
  | 'acknowledged'
  | 'disputed'
  | 'declined'
  | 'archived'
  | 'cancelled';

const WORKING: readonly ReviewStatus[] = ['draft', 'self', 'manager', 'calibration'];

// Steps among the working states are free in both directions; from `final` on there is no way back.
const AFTER_FINAL: Readonly<Partial<Record<ReviewStatus, readonly ReviewStatus[]>>> = {
  final: ['shared'],
  shared: ['acknowledged', 'disputed', 'declined'],
  acknowledged: ['archived'],
  disputed: ['acknowledged', 'archived'],
  declined: ['archived'],
};

/** True while text and scores of a review may still change in place. */
export function isEditable(status: ReviewStatus): boolean {
  return WORKING.includes(status);
}

/** True for a review that was finalised and stays as it is for ever. */
export function isFinalised(status: ReviewStatus): boolean {
  return !isEditable(status) && status !== 'cancelled';
}

/** The states that may follow. `final` stands among them only as far as the checks allow. */
export function nextStatuses(status: ReviewStatus): ReviewStatus[] {
  if (!isEditable(status)) return [...(AFTER_FINAL[status] ?? [])];
  return [...WORKING.filter((other) => other !== status), 'final', 'cancelled'];
}

export function canChangeStatus(from: ReviewStatus, to: ReviewStatus): boolean {
  return nextStatuses(from).includes(to);
}

export type AmendmentProblem = 'not_final' | 'not_latest' | 'reason_missing';

export type Amendment = Readonly<{
  problems: readonly AmendmentProblem[];
  /** What the new revision starts with; the old one and its documents are kept. */
  next: Readonly<{ status: 'draft'; revision: number; isAcknowledgementReset: true }> | null;
}>;

/** A finalised review changes only by a new revision with a reason, taken from the latest one. */
export function amendReview(
  review: Readonly<{ status: ReviewStatus; revision: number; isLatest: boolean }>,
  reason: string | null,
): Amendment {
  const problems: AmendmentProblem[] = [];
  if (!isFinalised(review.status)) problems.push('not_final');
  if (!review.isLatest) problems.push('not_latest');
  if (isBlank(reason)) problems.push('reason_missing');
  if (problems.length > 0) return { problems, next: null };
  const revision = review.revision + 1;
  return { problems, next: { status: 'draft', revision, isAcknowledgementReset: true } };
}
