import type { Brief, TalkingPoint } from '#shared/contract/coaching-brief.ts';
import type { QueryContext } from '../../../rpc/context.ts';
import { listCommitments } from '../commitments/commitment.repository.ts';
import { listPoints } from '../points/point.repository.ts';

/** A frozen brief in which what has been made private since is private too. */
export async function withPrivacyOfNow(
  { db, today }: Pick<QueryContext, 'db' | 'today'>,
  brief: Brief,
  place: { personId: string; sessionId: string },
): Promise<Brief> {
  const { personId } = place;
  const commitments = await listCommitments(db, { today, personId, limit: 5000 });
  const points = await listPoints(db, place);
  const hidden = new Set([
    ...commitments.filter(isPrivate).map(({ id }) => id),
    ...points.filter(isPrivate).flatMap(({ key, line }) => (line === null ? [key] : [key, line])),
  ]);
  return {
    ...brief,
    commitments: brief.commitments.map((item) => hideIf(hidden.has(item.id), item)),
    points: brief.points.map((point) =>
      hideIf(
        namesOf(point).some((name) => hidden.has(name)),
        point,
      ),
    ),
  };
}

/** What a point is known by: itself, its line, and the commitment it speaks of. */
function namesOf({ key, line, fact }: TalkingPoint): string[] {
  const commitment = fact !== null && 'commitmentId' in fact ? [fact.commitmentId] : [];
  return [key, ...(line === null ? [] : [line]), ...commitment];
}

type Visible = { visibility: 'private' | 'shared' };

function isPrivate({ visibility }: Visible): boolean {
  return visibility === 'private';
}

function hideIf<Item extends Visible>(isHidden: boolean, item: Item): Item {
  return isHidden ? { ...item, visibility: 'private' } : item;
}
