import { amendReview as amendment } from '#shared/domain/reviews/review-states.ts';
import { AppError } from '../../app-error.ts';
import { newRecord } from '../../database/new-record.ts';
import type { CommandContext } from '../../rpc/context.ts';
import { findReview, insertReview } from './review.repository.ts';
import type { ReviewRow } from './review.table.ts';
import { recordEvent } from './review-audit.ts';
import { findParts, insertParts, type ReviewParts } from './review-part.repository.ts';
import { nameOf } from './review-row.ts';

/**
 * Opens a new revision of a final review with all it said; the old one and its documents are kept
 * as they are.
 *
 * @throws AppError not_found, review_not_amendable
 */
export async function amendReview(
  context: CommandContext,
  { reviewId, reason }: { reviewId: string; reason: string },
): Promise<{ reviewId: string }> {
  const { db, platform, step } = context;
  const row = await findReview(db, reviewId);
  if (row === undefined) throw new AppError('not_found');
  const isLatest = row.amended_by_id === null;
  const { next, problems } = amendment({ ...row, isLatest }, reason);
  if (next === null) throw new AppError('review_not_amendable', { problem: problems[0] ?? '' });
  const { amended_by_id: _newer, is_evidence_seen: _seen, ...old } = row;
  const revised: ReviewRow = {
    ...old,
    ...newRecord(platform),
    status: next.status,
    revision: next.revision,
    amends_review_id: row.id,
    amend_reason: reason,
    ...notFinal,
  };
  await insertReview(db, revised);
  await insertParts(db, copyParts(context, await findParts(db, row.id), revised.id));
  await recordEvent(context, {
    reviewId: revised.id,
    action: 'amended',
    from: row.status,
    to: next.status,
    details: { amends: row.id, revision: next.revision },
  });
  step.describe({ name: nameOf(row), revision: next.revision });
  return { reviewId: revised.id };
}

const notFinal = {
  raw_milli: null,
  final_milli: null,
  final_centi: null,
  hundred_centi: null,
  band: null,
  finalized_at: null,
  content_json: null,
  content_sha256: null,
} as const;

function copyParts(
  { platform }: CommandContext,
  parts: ReviewParts,
  review_id: string,
): ReviewParts {
  const copy = <Row extends object>(row: Row) => ({ ...row, ...newRecord(platform), review_id });
  return {
    ratings: parts.ratings.map(copy),
    evidence: parts.evidence.map(copy),
    points: parts.points.map(copy),
  };
}
