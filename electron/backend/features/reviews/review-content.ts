import { createHash } from 'node:crypto';
import { type Review, review } from '#shared/contract/reviews.ts';
import { storedJson } from '../../database/stored-json.ts';

/**
 * All that a review says: what its documents print and its hash covers. States, audit and what is
 * computed against today's data stay outside.
 */
export type ReviewContent = Omit<
  Review,
  | 'status'
  | 'isEditable'
  | 'amendedById'
  | 'isEvidenceSeen'
  | 'problems'
  | 'lateItems'
  | 'events'
  | 'contentSha256'
>;

export function reviewContent(review: Review): ReviewContent {
  const {
    status: _status,
    isEditable: _isEditable,
    amendedById: _amendedById,
    isEvidenceSeen: _isEvidenceSeen,
    problems: _problems,
    lateItems: _lateItems,
    events: _events,
    contentSha256: _contentSha256,
    ...content
  } = review;
  return content;
}

/** What a final review keeps of what was computed when it became final. */
const frozenParts = review.pick({ coaching: true, previous: true, score: true, setting: true });
export type FrozenParts = Pick<Review, 'coaching' | 'previous' | 'score' | 'setting'>;

/** `content_json`: all the content, of which these parts are read again. */
export const storedContent = storedJson<FrozenParts>(frozenParts);

/** The content as kept, and its fingerprint. */
export function sealContent(content: ReviewContent): { json: string; sha256: string } {
  const json = storedContent.write(content);
  return { json, sha256: createHash('sha256').update(json).digest('hex') };
}
