import type { Review, ReviewSummary, TargetGapView } from '#shared/contract/reviews.ts';
import { AppError } from '../../app-error.ts';
import type { QueryContext } from '../../rpc/context.ts';
import { quotaYearOf } from '../people/quota.service.ts';
import { findCandidates } from './facts/candidate.service.ts';
import { listMeasuredDeals } from './facts/kpi-measure.repository.ts';
import { findTargetGap } from './facts/kpi-proposal.service.ts';
import * as repository from './review.repository.ts';
import { summarise } from './review-progress.ts';
import { toTemplate } from './review-row.ts';
import { viewReview } from './review-view.ts';

type ByReview = { reviewId: string };

/** @throws AppError not_found */
export async function getReview(
  context: Pick<QueryContext, 'db' | 'today'>,
  { reviewId }: ByReview,
): Promise<Review> {
  return viewReview(context, await findKnown(context, reviewId));
}

export async function listReviews(
  { db }: QueryContext,
  filter: { personId?: string | undefined },
): Promise<ReviewSummary[]> {
  return summarise(db, await repository.listReviews(db, filter));
}

/** Reviews that were begun and wait to be finished, the longest untouched first. */
export async function listUnfinishedReviews({
  db,
}: Pick<QueryContext, 'db'>): Promise<ReviewSummary[]> {
  return summarise(db, await repository.listUnfinished(db));
}

export async function findOverlaps(
  { db }: QueryContext,
  overlap: repository.Overlap,
): Promise<ReviewSummary[]> {
  return summarise(db, await repository.listOverlaps(db, overlap));
}

/** The newest version of each template. */
export async function listTemplates({ db }: QueryContext) {
  const rows = await repository.listTemplates(db);
  return rows
    .filter(({ code }, index) => rows[index - 1]?.code !== code)
    .map(({ id, code, name_zh, name_en }) => ({ id, code, nameZh: name_zh, nameEn: name_en }));
}

export async function listCandidates({ db }: QueryContext, { reviewId }: ByReview) {
  return findCandidates(db, spanOf(await findKnown({ db }, reviewId)));
}

/** The deals behind an item's actual; none where it is typed. */
export async function listKpiRows(
  { db }: QueryContext,
  { reviewId, itemRef }: ByReview & { itemRef: string },
) {
  const row = await findKnown({ db }, reviewId);
  const { sections } = toTemplate(row).content;
  const measure = sections.flatMap(({ items }) => items).find(({ ref }) => ref === itemRef)?.source;
  if (measure === undefined) throw new AppError('not_found');
  return measure === 'typed' ? [] : listMeasuredDeals(db, measure, spanOf(row));
}

/** Why an open review has no target from quotas, and where they are set; null when nothing is missing. */
export async function getTargetGap(
  { db }: QueryContext,
  { reviewId }: ByReview,
): Promise<TargetGapView | null> {
  const gap = await findTargetGap(db, spanOf(await findKnown({ db }, reviewId)));
  const [first] = gap.missingMonths;
  if (first === undefined && !gap.isCut) return null;
  return { ...gap, year: first === undefined ? null : await quotaYearOf({ db }, `${first}-01`) };
}

async function findKnown({ db }: Pick<QueryContext, 'db'>, id: string) {
  const row = await repository.findReview(db, id);
  if (row === undefined) throw new AppError('not_found');
  return row;
}

export function spanOf(row: { person_id: string; period_start_on: string; period_end_on: string }) {
  return { personId: row.person_id, startOn: row.period_start_on, endOn: row.period_end_on };
}
