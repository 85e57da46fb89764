import { sql } from 'kysely';
import type { ReadDb, WriteDb } from '../../database/db.ts';
import { changedRecord } from '../../database/new-record.ts';
import type { Platform } from '../../platform.ts';
import type { ReviewRow } from './review.table.ts';

const finalised = ['final', 'shared', 'acknowledged', 'disputed', 'declined', 'archived'] as const;

export function listTemplates(db: ReadDb) {
  return db
    .selectFrom('review_template')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
}

export function findTemplate(db: ReadDb, id: string) {
  return db
    .selectFrom('review_template')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** A review, the revision that replaced it, if any, and whether its evidence was looked at. */
function selectReviews(db: ReadDb) {
  return db
    .selectFrom('review')
    .leftJoin('review as newer', (join) =>
      join
        .onRef('newer.amends_review_id', '=', 'review.id')
        .on('newer.deleted_at', 'is', null)
        .on('newer.status', '<>', 'cancelled'),
    )
    .selectAll('review')
    .select('newer.id as amended_by_id')
    .select(
      sql<0 | 1>`exists (select 1 from review_seen where review_id = review.id)`.as(
        'is_evidence_seen',
      ),
    )
    .where('review.deleted_at', 'is', null);
}
export type FoundReview = ReviewRow & {
  amended_by_id: string | null;
  is_evidence_seen: 0 | 1;
};

export function findReview(db: ReadDb, id: string): Promise<FoundReview | undefined> {
  return selectReviews(db).where('review.id', '=', id).executeTakeFirst();
}

const unfinished = ['draft', 'self', 'manager', 'calibration'] as const;

/** Reviews that nobody finished or replaced, the longest untouched first. */
export function listUnfinished(db: ReadDb): Promise<FoundReview[]> {
  return selectReviews(db)
    .where('review.status', 'in', unfinished)
    .where('newer.id', 'is', null)
    .orderBy('review.updated_at')
    .orderBy('review.id')
    .execute();
}

/** Newest period first, the latest revision of each first. */
export function listReviews(
  db: ReadDb,
  { personId }: { personId?: string | undefined },
): Promise<FoundReview[]> {
  return selectReviews(db)
    .$if(personId !== undefined, (query) => query.where('review.person_id', '=', personId ?? ''))
    .where('review.status', '<>', 'cancelled')
    .orderBy('review.period_end_on', 'desc')
    .orderBy('review.period_start_on', 'desc')
    .orderBy('review.document_no')
    .orderBy('review.revision', 'desc')
    .execute();
}

export type Overlap = {
  personId: string;
  type: ReviewRow['type'];
  periodStartOn: string;
  periodEndOn: string;
};

export function listOverlaps(db: ReadDb, overlap: Overlap): Promise<FoundReview[]> {
  return selectReviews(db)
    .where('review.person_id', '=', overlap.personId)
    .where('review.type', '=', overlap.type)
    .where('review.status', '<>', 'cancelled')
    .where('review.period_start_on', '<=', overlap.periodEndOn)
    .where('review.period_end_on', '>=', overlap.periodStartOn)
    .where('newer.id', 'is', null)
    .execute();
}

/** The latest finalised review of the person whose period ended before a day. */
export function findPrevious(
  db: ReadDb,
  { personId, beforeOn }: { personId: string; beforeOn: string },
): Promise<ReviewRow | undefined> {
  return db
    .selectFrom('review')
    .selectAll()
    .where('person_id', '=', personId)
    .where('status', 'in', finalised)
    .where('period_end_on', '<', beforeOn)
    .where('deleted_at', 'is', null)
    .orderBy('period_end_on', 'desc')
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The highest number ever given after this beginning, 0 for none: 10000 goes before 9999. */
export async function findLastDocumentNo(db: ReadDb, prefix: string): Promise<number> {
  const row = await db
    .selectFrom('review')
    .select(
      sql<number | null>`max(cast(substr(document_no, ${prefix.length + 1}) as integer))`.as(
        'last',
      ),
    )
    .where('document_no', 'like', `${prefix}%`)
    .executeTakeFirst();
  return row?.last ?? 0;
}

export async function insertReview(db: WriteDb, row: ReviewRow): Promise<void> {
  await db.insertInto('review').values(row).execute();
}

export async function markSeen(
  db: WriteDb,
  seen: { review_id: string; seen_at: string },
): Promise<void> {
  await db
    .insertInto('review_seen')
    .values(seen)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export type ReviewChanges = Partial<Omit<ReviewRow, 'id' | 'created_at' | 'updated_at' | 'rev'>>;

export async function updateReview(
  db: WriteDb,
  platform: Platform,
  { id, changes }: { id: string; changes: ReviewChanges },
): Promise<void> {
  await db
    .updateTable('review')
    .set({ ...changes, ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}
