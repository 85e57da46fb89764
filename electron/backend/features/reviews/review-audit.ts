import { createHash } from 'node:crypto';
import type { ReviewStatus } from '#shared/domain/reviews/review-states.ts';
import { canonicalJson } from '../../database/canonical-json.ts';
import type { ReadDb, WriteDb } from '../../database/db.ts';
import type { Platform } from '../../platform.ts';
import type { ReviewAction, ReviewEventRow } from './review.table.ts';

const beginning = '0'.repeat(64);

export type NewReviewEvent = {
  reviewId: string;
  action: ReviewAction;
  from: ReviewStatus | null;
  to: ReviewStatus | null;
  /** Plain data. */
  details?: object;
};

/** Writes one line of the audit, chained to the line before it (reliability A1). */
export async function recordEvent(
  { db, platform }: { db: WriteDb; platform: Pick<Platform, 'now'> },
  { reviewId, action, from, to, details = {} }: NewReviewEvent,
): Promise<void> {
  const event = {
    review_id: reviewId,
    at: platform.now().toISOString(),
    action,
    from_status: from,
    to_status: to,
    // The app has one user.
    actor: 'manager',
    is_on_behalf: 0,
    details_json: canonicalJson(details),
    previous_hash: (await findLastHash(db)) ?? beginning,
  };
  await db
    .insertInto('review_event')
    .values({ ...event, hash: hashOf(event) })
    .execute();
}

function hashOf(event: Omit<ReviewEventRow, 'seq' | 'hash'>): string {
  return createHash('sha256').update(canonicalJson(event)).digest('hex');
}

async function findLastHash(db: ReadDb): Promise<string | undefined> {
  const row = await db
    .selectFrom('review_event')
    .select('hash')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.hash;
}

export function listEvents(db: ReadDb, reviewId: string): Promise<ReviewEventRow[]> {
  return db
    .selectFrom('review_event')
    .selectAll()
    .where('review_id', '=', reviewId)
    .orderBy('seq')
    .execute();
}

/** The number of the first line that does not fit the one before; null while the chain holds. */
export async function findBrokenLink(db: ReadDb): Promise<number | null> {
  const rows = await db.selectFrom('review_event').selectAll().orderBy('seq').execute();
  let expected = beginning;
  for (const { seq, hash, ...event } of rows) {
    if (event.previous_hash !== expected || hash !== hashOf(event)) return seq;
    expected = hash;
  }
  return null;
}
