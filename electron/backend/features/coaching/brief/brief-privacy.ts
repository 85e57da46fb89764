import type { Brief, TalkingPoint } from '#shared/contract/coaching-brief.ts';
import type { ReadDb } from '../../../database/db.ts';
import { findSharedCommitmentIds } from '../commitments/commitment.repository.ts';
import { listPointMarks } from '../points/point.repository.ts';
import { commitmentOfKey } from '../points/point-key.ts';

/**
 * A frozen brief in which what has been made private since is private too. Deleting changes
 * nothing about that, and what is not found any more is private.
 */
export async function withPrivacyOfNow(
  db: ReadDb,
  brief: Brief,
  sessionId: string,
): Promise<Brief> {
  const ids = [...brief.commitments.map(({ id }) => id), ...brief.points.flatMap(commitmentsOf)];
  const shared = await findSharedCommitmentIds(db, ids);
  const marks = await listPointMarks(db, sessionId);
  const known = new Set(marks.map(({ id }) => id));
  const hidden = new Set(
    marks
      .filter(({ visibility }) => visibility === 'private')
      .flatMap(({ id, line }) => [id, line]),
  );
  const isHidden = (point: TalkingPoint) =>
    hidden.has(point.key) ||
    (point.line !== null && hidden.has(point.line)) ||
    (point.itemId !== null && !known.has(point.itemId)) ||
    !commitmentsOf(point).every((id) => shared.has(id));
  return {
    ...brief,
    commitments: brief.commitments.map((item) => hideIf(!shared.has(item.id), item)),
    points: brief.points.map((point) => hideIf(isHidden(point), point)),
  };
}

/** The commitment that a point speaks of, by its fact or by the line it was pinned from. */
function commitmentsOf({ key, line, fact }: TalkingPoint): string[] {
  if (fact !== null && 'commitmentId' in fact) return [fact.commitmentId];
  return [key, ...(line === null ? [] : [line])].flatMap((name) => commitmentOfKey(name) ?? []);
}

type Visible = { visibility: 'private' | 'shared' };

function hideIf<Item extends Visible>(isHidden: boolean, item: Item): Item {
  return isHidden ? { ...item, visibility: 'private' } : item;
}
