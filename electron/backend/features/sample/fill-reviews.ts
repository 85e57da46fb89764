import type { PointKind, ReviewRating } from '#shared/contract/reviews.ts';
import { CALENDAR_YEAR, fiscalPeriod, shiftPeriod } from '#shared/domain/dates/fiscal.ts';
import { addDays } from '#shared/domain/dates/local-date.ts';
import { AppError } from '../../app-error.ts';
import type { CommandContext } from '../../rpc/context.ts';
import { getReview, listCandidates, listTemplates } from '../reviews/review.service.ts';
import { addPoint, changePoint, setTalkDay } from '../reviews/review-plan.service.ts';
import {
  attachEvidence,
  markEvidenceSeen,
  rateItem,
  setKpi,
} from '../reviews/review-rating.service.ts';
import { startReview } from '../reviews/review-start.service.ts';
import { saveText } from '../texts/text.service.ts';
import type { SampleContent } from './sample-content.ts';

const scores = [4000, 3000, 4000, 5000, 3000, 4000] as const;
/** Evidence attached to each of the first items. */
const attached = 8;

/**
 * Writes a whole review of the last half-year, ready to be made final.
 *
 * @returns its id
 */
export async function fillReview(
  context: CommandContext,
  { personId, content }: { personId: string; content: SampleContent },
): Promise<string> {
  const reviewId = await beginReview(context, personId);
  const { ratings } = await getReview(context, { reviewId });
  for (const [index, rating] of ratings.entries()) {
    await rate(context, { reviewId, rating, index, content });
  }
  await attachFacts(context, reviewId, ratings);
  await write(context, { table: 'review', id: reviewId, field: 'summary' }, content.review.summary);
  await addPoints(context, { reviewId, kind: 'strength', texts: content.review.strengths });
  await addPoints(context, { reviewId, kind: 'improvement', texts: content.review.improvements });
  await addPoints(context, { reviewId, kind: 'goal', texts: content.review.nextGoals });
  await setTalkDay(context, { reviewId, talkOn: addDays(context.today, -3) });
  await markEvidenceSeen(context, { reviewId });
  return reviewId;
}

/** Starts a review of the last half-year that is yet to be written. */
export async function beginReview(context: CommandContext, personId: string): Promise<string> {
  const [template] = await listTemplates(context);
  if (template === undefined) throw new AppError('not_found');
  const half = shiftPeriod(fiscalPeriod(context.today, 'half', CALENDAR_YEAR), -1, CALENDAR_YEAR);
  const { reviewId } = await startReview(context, {
    personId,
    templateId: template.id,
    type: 'half',
    periodStartOn: half.startOn,
    periodEndOn: half.endOn,
  });
  return reviewId;
}

type Rated = { reviewId: string; rating: ReviewRating; index: number; content: SampleContent };

async function rate(context: CommandContext, { reviewId, rating, index, content }: Rated) {
  const { itemRef, kpi } = rating;
  const comment = content.review.comments[index % content.review.comments.length] ?? '';
  if (kpi === null) {
    const scoreMilli = scores[index % scores.length] ?? 3000;
    await rateItem(context, { reviewId, itemRef, scoreMilli });
  } else {
    const actual = kpi.actual ?? '12.5';
    const target = kpi.target ?? String(Math.max(1, Math.round(Number(actual) * 0.97)));
    await setKpi(context, { reviewId, itemRef, target, actual });
  }
  await write(context, { table: 'review_rating', id: rating.id, field: 'comment' }, comment);
}

async function attachFacts(
  context: CommandContext,
  reviewId: string,
  ratings: readonly ReviewRating[],
): Promise<void> {
  const candidates = await listCandidates(context, { reviewId });
  const step = Math.max(1, Math.floor(candidates.length / attached));
  for (let index = 0; index < attached; index += 1) {
    const candidate = candidates[index * step];
    const itemRef = ratings[index % ratings.length]?.itemRef;
    if (candidate === undefined || itemRef === undefined) continue;
    const { kind, refId } = candidate;
    await attachEvidence(context, { reviewId, itemRef, kind, refId });
  }
}

type Points = { reviewId: string; kind: PointKind; texts: readonly string[] };

async function addPoints(context: CommandContext, { reviewId, kind, texts }: Points) {
  for (const text of texts) {
    const { pointId } = await addPoint(context, { reviewId, kind });
    await write(context, { table: 'review_point', id: pointId, field: 'text' }, text);
    if (kind === 'strength') continue;
    const changes = { owner: 'rep', dueOn: addDays(context.today, 60) } as const;
    await changePoint(context, { pointId, changes });
  }
}

type Field = { table: string; id: string; field: string };

function write(context: CommandContext, field: Field, text: string): Promise<void> {
  return saveText(context, { ...field, text });
}
