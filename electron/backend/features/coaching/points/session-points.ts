import type { TalkingPoint } from '#shared/contract/coaching-brief.ts';
import type { CommandContext } from '../../../rpc/context.ts';
import type { KeptPoint } from './point.repository.ts';
import * as repository from './point.repository.ts';
import { parsePointKey } from './point-key.ts';

type Place = { personId: string; sessionId: string };

/** How many points a session starts with when the manager chose none. */
const pointsTaken = 3;

/**
 * Takes the brief's points into the session that starts, each with its fact as it is now: all that
 * the manager kept, else the first that the rules propose. What was dismissed goes along, so that
 * the rule may propose it again next time; a kept point whose rule no longer holds lapses.
 */
export async function takePoints(
  { db, platform }: CommandContext,
  { personId, sessionId, points }: Place & { points: readonly TalkingPoint[] },
): Promise<void> {
  const taken = points.filter((point, at) => point.itemId !== null || at < pointsTaken);
  for (const [order, point] of taken.entries()) {
    const fact_json = point.fact === null ? null : repository.storedFact.write(point.fact);
    if (point.itemId === null) {
      const rule = parsePointKey(point.key);
      const { source, text, fact, visibility } = point;
      await repository.insertPoint(db, platform, {
        personId,
        sessionId,
        source,
        text,
        ...rule,
        order,
        fact,
        visibility,
      });
    } else {
      const { visibility } = point;
      const columns = { session_id: sessionId, sort_order: order, fact_json, visibility };
      await repository.updatePoint(db, platform, { id: point.itemId, columns });
    }
  }
  const place = { personId, sessionId: null };
  for (const { itemId: id, state } of await repository.listPoints(db, place)) {
    const lapsed = state === 'open' ? { deleted_at: platform.now().toISOString() } : {};
    const columns = { session_id: sessionId, sort_order: taken.length, ...lapsed };
    await repository.updatePoint(db, platform, { id, columns });
  }
}

/**
 * Lets what was not talked about wait for the person's next session. A rule's own proposal that
 * nobody deferred lapses: the rule raises it again while it holds.
 */
export async function carryPoints(
  { db, platform }: CommandContext,
  { personId, sessionId }: Place,
): Promise<void> {
  const points = await repository.listPoints(db, { personId, sessionId });
  const carried = points.filter(
    (point) => point.state === 'deferred' || (point.state === 'open' && point.source !== 'rule'),
  );
  for (const [order, point] of carried.entries()) {
    await repository.insertPoint(db, platform, {
      personId,
      sessionId: null,
      source: 'carried',
      text: point.text,
      ruleCode: point.ruleCode,
      subjectId: point.subjectId,
      order,
      fact: point.fact,
      visibility: point.visibility,
      carriedCount: point.carriedCount + 1,
    });
    const columns = { state: 'deferred' } as const;
    await repository.updatePoint(db, platform, { id: point.itemId, columns });
  }
}

/**
 * Gives back the points of a session that is discarded, as they were before it: to be talked about.
 * What only the rules proposed lapses, and they propose it again.
 */
export async function returnPoints(
  { db, platform }: CommandContext,
  { personId, sessionId, startedAt }: Place & { startedAt: string },
): Promise<void> {
  const waiting = await repository.listPoints(db, { personId, sessionId: null });
  const points = await repository.listPoints(db, { personId, sessionId });
  const returned = points.filter(
    (point) => !isProposal(point, startedAt) && !waiting.some((other) => isSame(point, other)),
  );
  for (const [order, { itemId: id, state, source }] of returned.entries()) {
    const columns = {
      session_id: null,
      sort_order: waiting.length + order,
      state: state === 'dropped' ? state : 'open',
      // A carried point keeps the fact of its time; the others speak of now again.
      ...(source === 'carried' ? {} : { fact_json: null }),
    } as const;
    await repository.updatePoint(db, platform, { id, columns });
  }
}

/** Taken from the rules by the start, and left in their words. */
function isProposal({ source, text, state, createdAt }: KeptPoint, startedAt: string): boolean {
  const isUntouched = source === 'rule' && text === '' && state !== 'dropped';
  return isUntouched && createdAt >= startedAt;
}

function isSame(one: KeptPoint, other: KeptPoint): boolean {
  const isRuled = one.ruleCode !== null;
  return isRuled && one.ruleCode === other.ruleCode && one.subjectId === other.subjectId;
}
