import type { Brief } from '#shared/contract/coaching-brief.ts';
import type { CoachingSession } from '#shared/contract/coaching-sessions.ts';
import { localDateOf } from '../../../clock.ts';
import type { ReadDb } from '../../../database/db.ts';
import type { CoachingSessionRow } from '../sessions/coaching-session.table.ts';
import * as repository from '../sessions/session.repository.ts';
import { storedSnapshot } from '../sessions/session-snapshot.ts';

/** The person's sessions so far, as the brief needs them. */
export type BriefHistory = {
  last: { row: CoachingSessionRow; on: string } | null;
  /** Number of the session that comes next. */
  nextNo: number;
  /** The brief that was frozen with the last session, where this version can read it. */
  lastBrief: Brief | null;
};

export async function loadHistory(db: ReadDb, personId: string): Promise<BriefHistory> {
  const row = await repository.findLastCompleted(db, personId);
  return {
    last: row === undefined ? null : { row, on: dayOf(row.completed_at ?? row.scheduled_at) },
    nextNo: (await repository.findLastSessionNo(db, personId)) + 1,
    lastBrief: readLastBrief(row),
  };
}

function readLastBrief(row: CoachingSessionRow | undefined): Brief | null {
  const json = row?.prep_snapshot_json ?? null;
  return json === null ? null : (storedSnapshot.readIfKnown(json)?.brief ?? null);
}

/** The day a session was held on, or was planned for. */
export function sessionDay({ completedAt, scheduledAt }: CoachingSession): string {
  return dayOf(completedAt ?? scheduledAt);
}

function dayOf(moment: string): string {
  return localDateOf(new Date(moment));
}
