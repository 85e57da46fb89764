import { canChangeStatus, type ReviewStatus } from '#shared/domain/reviews/review-states.ts';
import { AppError } from '../../app-error.ts';
import type { CommandContext } from '../../rpc/context.ts';
import { type ReviewChanges, updateReview } from './review.repository.ts';
import type { ReviewAction, ReviewRow } from './review.table.ts';
import { recordEvent } from './review-audit.ts';

type StatusChange = {
  to: ReviewStatus;
  action: ReviewAction;
  /** What changes with the state. */
  changes?: ReviewChanges;
  /** Of the audit; plain data. */
  details?: object;
};

/** Moves a review to a state that may follow, and writes the audit. @throws AppError record_locked */
export async function changeStatus(
  context: CommandContext,
  { id, status }: Pick<ReviewRow, 'id' | 'status'>,
  { to, action, changes = {}, details = {} }: StatusChange,
): Promise<void> {
  if (!canChangeStatus(status, to)) throw new AppError('record_locked');
  const { db, platform } = context;
  await updateReview(db, platform, { id, changes: { ...changes, status: to } });
  await recordEvent(context, { reviewId: id, action, from: status, to, details });
}
