import type { PointChanges, PointKind } from '#shared/contract/reviews.ts';
import { AppError } from '../../app-error.ts';
import { newRecord } from '../../database/new-record.ts';
import type { CommandContext } from '../../rpc/context.ts';
import { type ReviewChanges, updateReview } from './review.repository.ts';
import type { ReviewPointRow } from './review.table.ts';
import * as parts from './review-part.repository.ts';
import { nameOf } from './review-row.ts';
import { changeStatus } from './review-status.ts';
import { findOpenReview } from './review-texts.ts';

type ByReview = { reviewId: string };

/** @throws AppError not_found, record_locked */
async function changeReview(
  { db, platform, step }: CommandContext,
  { reviewId }: ByReview,
  changes: ReviewChanges,
): Promise<void> {
  const row = await findOpenReview(db, reviewId);
  await updateReview(db, platform, { id: row.id, changes });
  step.describe({ name: nameOf(row) });
}

export function adjustScore(
  context: CommandContext,
  { reviewId, adjMilli }: ByReview & { adjMilli: number },
) {
  return changeReview(context, { reviewId }, { adj_milli: adjMilli });
}

export function setPotential(
  context: CommandContext,
  { reviewId, potential }: ByReview & { potential: number | null },
) {
  return changeReview(context, { reviewId }, { potential_1_5: potential });
}

export function setTalkDay(
  context: CommandContext,
  { reviewId, talkOn }: ByReview & { talkOn: string | null },
) {
  return changeReview(context, { reviewId }, { talk_on: talkOn });
}

/** Sets a review aside before it was final; undo brings it back. */
export async function cancelReview(context: CommandContext, { reviewId }: ByReview): Promise<void> {
  const row = await findOpenReview(context.db, reviewId);
  await changeStatus(context, row, { to: 'cancelled', action: 'cancelled' });
  context.step.describe({ name: nameOf(row) });
}

const mostPoints = { strength: 3, improvement: 3, goal: 8 } as const satisfies Record<
  PointKind,
  number
>;

/** @throws AppError review_points_full when there are as many as the form has room for */
export async function addPoint(
  { db, platform }: CommandContext,
  { reviewId, kind }: ByReview & { kind: PointKind },
): Promise<{ pointId: string }> {
  await findOpenReview(db, reviewId);
  const { points } = await parts.findParts(db, reviewId);
  const same = points.filter((point) => point.kind === kind);
  if (same.length >= mostPoints[kind]) {
    throw new AppError('review_points_full', { count: mostPoints[kind] });
  }
  const row: ReviewPointRow = {
    ...newRecord(platform),
    ...{ review_id: reviewId, kind, text: '', measure: '', action: '', support: '' },
    sort_order: (same.at(-1)?.sort_order ?? 0) + 1,
    owner: kind === 'improvement' ? 'rep' : null,
    due_on: null,
    weight_bp: null,
  };
  await parts.insertParts(db, { ratings: [], evidence: [], points: [row] });
  return { pointId: row.id };
}

export async function changePoint(
  { db, platform }: CommandContext,
  { pointId, changes: { owner, dueOn, weightBp } }: { pointId: string; changes: PointChanges },
): Promise<void> {
  const point = await findOpenPoint({ db }, pointId);
  await parts.updatePoint(db, platform, {
    id: point.id,
    changes: {
      ...(owner === undefined ? {} : { owner }),
      ...(dueOn === undefined ? {} : { due_on: dueOn }),
      ...(weightBp === undefined ? {} : { weight_bp: weightBp }),
    },
  });
}

export async function removePoint(
  { db, platform }: CommandContext,
  { pointId }: { pointId: string },
): Promise<void> {
  const point = await findOpenPoint({ db }, pointId);
  const deleted_at = platform.now().toISOString();
  await parts.updatePoint(db, platform, { id: point.id, changes: { deleted_at } });
}

async function findOpenPoint({ db }: Pick<CommandContext, 'db'>, id: string) {
  const point = await parts.findPoint(db, id);
  if (point === undefined) throw new AppError('not_found');
  await findOpenReview(db, point.review_id);
  return point;
}
