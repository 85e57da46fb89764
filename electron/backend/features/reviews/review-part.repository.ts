import type { ReadDb, WriteDb } from '../../database/db.ts';
import { changedRecord } from '../../database/new-record.ts';
import type { Platform } from '../../platform.ts';
import type { ReviewEvidenceRow, ReviewPointRow, ReviewRatingRow } from './review.table.ts';

/** Ratings, evidence and points of one review. */
export type ReviewParts = {
  ratings: ReviewRatingRow[];
  evidence: ReviewEvidenceRow[];
  points: ReviewPointRow[];
};

export async function findParts(db: ReadDb, reviewId: string): Promise<ReviewParts> {
  const ratings = await db
    .selectFrom('review_rating')
    .selectAll()
    .where('review_id', '=', reviewId)
    .execute();
  const evidence = await db
    .selectFrom('review_evidence')
    .selectAll()
    .where('review_id', '=', reviewId)
    .where('deleted_at', 'is', null)
    .orderBy('occurred_on')
    .orderBy('sort_order')
    .execute();
  const points = await db
    .selectFrom('review_point')
    .selectAll()
    .where('review_id', '=', reviewId)
    .where('deleted_at', 'is', null)
    .orderBy('kind')
    .orderBy('sort_order')
    .execute();
  return { ratings, evidence, points };
}

/** Ratings of many reviews, for progress in lists. */
export function listRatings(db: ReadDb, reviewIds: readonly string[]) {
  return db
    .selectFrom('review_rating')
    .selectAll()
    .where('review_id', 'in', reviewIds.length === 0 ? [''] : reviewIds)
    .execute();
}

export async function insertParts(db: WriteDb, parts: ReviewParts): Promise<void> {
  const { ratings, evidence, points } = parts;
  if (ratings.length > 0) await db.insertInto('review_rating').values(ratings).execute();
  if (evidence.length > 0) await db.insertInto('review_evidence').values(evidence).execute();
  if (points.length > 0) await db.insertInto('review_point').values(points).execute();
}

type Item = { reviewId: string; itemRef: string };
type RatingChanges = Partial<Omit<ReviewRatingRow, 'id' | 'review_id' | 'item_ref'>>;

/** @returns false when the review has no such item */
export async function updateRating(
  db: WriteDb,
  platform: Platform,
  { reviewId, itemRef, changes }: Item & { changes: RatingChanges },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('review_rating')
    .set({ ...changes, ...changedRecord(platform) })
    .where('review_id', '=', reviewId)
    .where('item_ref', '=', itemRef)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export function findRating(db: ReadDb, { reviewId, itemRef }: Item) {
  return db
    .selectFrom('review_rating')
    .selectAll()
    .where('review_id', '=', reviewId)
    .where('item_ref', '=', itemRef)
    .executeTakeFirst();
}

export function findEvidence(db: ReadDb, id: string) {
  return db
    .selectFrom('review_evidence')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/**
 * Evidence of a review that was copied from a commitment which only the manager may read now.
 * Deleting the commitment changes nothing about that; one that is not found is private.
 */
export async function listPrivateEvidence(
  db: ReadDb,
  reviewId: string,
): Promise<{ id: string; itemRef: string }[]> {
  return db
    .selectFrom('review_evidence')
    .leftJoin('action_item', 'action_item.id', 'review_evidence.ref_id')
    .select(['review_evidence.id', 'item_ref as itemRef'])
    .where('review_id', '=', reviewId)
    .where('kind', '=', 'commitment')
    .where('review_evidence.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('visibility', 'is', null), eb('visibility', '=', 'private')]))
    .orderBy('occurred_on')
    .orderBy('review_evidence.sort_order')
    .execute();
}

export function findPoint(db: ReadDb, id: string) {
  return db
    .selectFrom('review_point')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

export async function updatePoint(
  db: WriteDb,
  platform: Platform,
  { id, changes }: { id: string; changes: Partial<ReviewPointRow> },
): Promise<void> {
  await db
    .updateTable('review_point')
    .set({ ...changes, ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}

export async function softDeleteEvidence(
  db: WriteDb,
  platform: Platform,
  id: string,
): Promise<void> {
  const deleted_at = platform.now().toISOString();
  await db
    .updateTable('review_evidence')
    .set({ deleted_at, ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}

/** The review that a rating, a piece of evidence or a point belongs to. */
export async function findReviewIdOf(
  db: ReadDb,
  table: 'review_rating' | 'review_evidence' | 'review_point',
  id: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom(table)
    .select('review_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.review_id;
}
