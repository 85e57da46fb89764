import type { ReviewSummary } from '#shared/contract/reviews.ts';
import { scoreReview } from '#shared/domain/reviews/score.ts';
import { scoredSections } from '#shared/domain/reviews/template.ts';
import type { ReadDb } from '../../database/db.ts';
import type { FoundReview } from './review.repository.ts';
import type { ReviewRatingRow } from './review.table.ts';
import { listRatings } from './review-part.repository.ts';
import { storedTemplate, toItemRating, toRating, toSummary } from './review-row.ts';

/** Reviews as lists show them: how far each is, and its score so far or for good. */
export async function summarise(db: ReadDb, rows: FoundReview[]): Promise<ReviewSummary[]> {
  const ratings = Map.groupBy(
    await listRatings(
      db,
      rows.map(({ id }) => id),
    ),
    ({ review_id }) => review_id,
  );
  return rows.map((row) => toSummary(row, progressOf(row, ratings.get(row.id) ?? [])));
}

function progressOf(row: FoundReview, ratings: readonly ReviewRatingRow[]) {
  const template = storedTemplate.readIfKnown(row.template_json)?.content;
  const kept = { finalCenti: row.final_centi, band: row.band };
  if (template === undefined) return { scoredItems: 0, ratedItems: 0, ...kept };
  const items = template.sections.flatMap((section) => section.items);
  const direction = (ref: string) => items.find((item) => item.ref === ref)?.direction;
  const score = scoreReview({
    template,
    ratings: ratings.map((rating) => toItemRating(toRating(rating), direction(rating.item_ref))),
    adjMilli: row.adj_milli,
    calibratedMilli: row.calibrated_milli,
  });
  const scored = score.sections.flatMap((section) => section.items);
  return {
    scoredItems: scoredSections(template).flatMap((section) => section.items).length,
    ratedItems: scored.filter(({ state }) => state !== 'missing').length,
    finalCenti: kept.finalCenti ?? score.finalCenti,
    band: kept.band ?? score.band,
  };
}
