import { isEditable } from '#shared/domain/reviews/review-states.ts';
import { AppError } from '../../app-error.ts';
import type { ReadDb } from '../../database/db.ts';
import type { CommandContext } from '../../rpc/context.ts';
import type { TextFields } from '../texts/text-fields.ts';
import { findReview } from './review.repository.ts';
import { findReviewIdOf } from './review-part.repository.ts';

/** The review, while it may still change. @throws AppError not_found, record_locked */
export async function findOpenReview(db: ReadDb, id: string) {
  const row = await findReview(db, id);
  if (row === undefined) throw new AppError('not_found');
  if (!isEditable(row.status)) throw new AppError('record_locked');
  return row;
}

type PartTable = 'review_rating' | 'review_evidence' | 'review_point';

function partTexts(table: PartTable, fields: readonly string[]): TextFields {
  return {
    fields,
    assertEditable: async ({ db }: CommandContext, id: string) => {
      const reviewId = await findReviewIdOf(db, table, id);
      if (reviewId === undefined) throw new AppError('not_found');
      await findOpenReview(db, reviewId);
    },
  };
}

/** The long texts of a review, saved while typed until it is final. */
export const reviewTexts: Readonly<Record<string, TextFields>> = {
  review: {
    fields: [
      'summary',
      'rep_comment',
      'adj_reason',
      'calibration_reason',
      'private_assessment',
      'amend_reason',
    ],
    assertEditable: async ({ db }, id) => {
      await findOpenReview(db, id);
    },
  },
  review_rating: partTexts('review_rating', [
    'comment',
    'na_reason',
    'override_reason',
    'kpi_note',
  ]),
  review_evidence: partTexts('review_evidence', ['quote']),
  review_point: partTexts('review_point', ['text', 'measure', 'action', 'support']),
};
