import type { CoachingCounts } from '#shared/contract/reviews.ts';
import { followThrough } from '#shared/domain/coaching/commitments.ts';
import { localDateOf } from '../../../clock.ts';
import type { ReadDb } from '../../../database/db.ts';
import {
  type Candidate,
  listClosedCommitments,
  listClosedDeals,
  listDueCommitments,
  listHeldSessions,
  listPushedDeals,
} from './candidate.repository.ts';
import type { Span } from './kpi-measure.repository.ts';

/** Everything of a person's period that can stand as evidence, newest first. */
export async function findCandidates(db: ReadDb, span: Span): Promise<Candidate[]> {
  const found = [
    ...(await listClosedDeals(db, span)),
    ...(await listPushedDeals(db, span)),
    ...(await sessionsOf(db, span)),
    ...(await listClosedCommitments(db, span)),
  ];
  return found
    .filter(({ occurredOn }) => isWithin(occurredOn, span))
    .sort((a, b) => b.occurredOn.localeCompare(a.occurredOn) || a.refId.localeCompare(b.refId));
}

async function sessionsOf(db: ReadDb, span: Span): Promise<Candidate[]> {
  const held = await listHeldSessions(db, span.personId);
  return held.flatMap(({ id, type, started_at }) =>
    started_at === null
      ? []
      : {
          kind: 'session' as const,
          refId: id,
          occurredOn: localDateOf(new Date(started_at)),
          title: '',
          facts: { outcome: 'completed' as const, sessionType: type },
        },
  );
}

function isWithin(on: string, { startOn, endOn }: Span): boolean {
  return on >= startOn && on <= endOn;
}

/** How much coaching there was: counts only, never what was said. Kept is as the brief says it. */
export async function countCoaching(
  db: ReadDb,
  { today, ...span }: Span & { today: string },
): Promise<CoachingCounts> {
  const held = (await sessionsOf(db, span)).filter(({ occurredOn }) => isWithin(occurredOn, span));
  const byType = Map.groupBy(held, ({ facts }) => facts.sessionType ?? '');
  const due = await listDueCommitments(db, span);
  const { kept } = followThrough(due, 'rep', { period: span, today });
  return {
    sessions: [...byType]
      .map(([type, sessions]) => ({ type, count: sessions.length }))
      .sort((a, b) => a.type.localeCompare(b.type)),
    commitmentsDue: kept.whole,
    commitmentsKept: kept.part,
  };
}
