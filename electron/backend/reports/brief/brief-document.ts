import type {
  Brief,
  BriefCommitment,
  BriefMove,
  BriefStuckDeal,
  TalkingPoint,
} from '#shared/contract/coaching-brief.ts';
import type { Language } from '#shared/contract/fields.ts';
import { isPrivateFact } from '#shared/domain/coaching/talking-points.ts';

/** A list cut to what the page holds. */
export type Cut<T> = { items: readonly T[]; more: number };

/** What goes on the page: nothing private, and never more than one page holds. */
export type BriefDocument = {
  language: Language;
  company: string;
  /** The day it is for, local date. */
  on: string;
  brief: Brief;
  points: Cut<TalkingPoint>;
  commitments: Cut<BriefCommitment>;
  moves: Cut<BriefMove>;
  stuck: Cut<BriefStuckDeal>;
};

/** How much of each list fits on one A4 page beside the fullest of the others. */
const room = { points: 3, commitments: 6, moves: 5, stuck: 5 };
/** A line of a talking point holds so many half-width characters. */
const lineWidth = 108;

export function briefDocument(
  brief: Brief,
  facts: Pick<BriefDocument, 'language' | 'company' | 'on'>,
): BriefDocument {
  const points = brief.points.filter((point) => isShared(point) && !isPrivateFact(point.fact));
  const commitments = brief.commitments.filter(isShared);
  return {
    ...facts,
    brief,
    points: { items: points.slice(0, room.points), more: beyond(points.length, room.points) },
    commitments: cut(commitments, room.commitments),
    moves: withMore(cut(brief.pipeline?.moves ?? [], room.moves), brief.pipeline?.moreMoves ?? 0),
    stuck: withMore(
      cut(brief.stuck.deals, room.stuck - displacedBy(points.slice(0, room.points))),
      brief.stuck.more,
    ),
  };
}

/** Stuck deals that give way to talking points of more than one line; each takes two lines. */
function displacedBy(points: readonly TalkingPoint[]): number {
  const lines = points.map(
    ({ text, fact }) =>
      (widthOf(text) > lineWidth ? 2 : 1) + (text !== '' && fact !== null ? 1 : 0),
  );
  return Math.ceil(lines.reduce((sum, count) => sum + count - 1, 0) / 2);
}

/** In half-width characters: a Chinese one takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
}

function isShared({ visibility }: { visibility: 'private' | 'shared' }): boolean {
  return visibility === 'shared';
}

function cut<T>(items: readonly T[], limit: number): Cut<T> {
  return { items: items.slice(0, limit), more: beyond(items.length, limit) };
}

function withMore<T>({ items, more }: Cut<T>, others: number): Cut<T> {
  return { items, more: more + others };
}

function beyond(count: number, limit: number): number {
  return Math.max(0, count - limit);
}
