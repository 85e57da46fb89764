import { sql } from 'kysely';
import type { TimelineEvent } from '#shared/contract/people.ts';
import type { ReadDb } from '../../database/db.ts';
import type { ActionItemRow } from './commitments/action-item.table.ts';
import { listSessions } from './sessions/session.repository.ts';

type Window = { personId: string; limit: number };

/** Sessions held or skipped, and commitments made outside of one or closed, the newest first. */
export async function listCoachingEvents(db: ReadDb, window: Window): Promise<TimelineEvent[]> {
  const sessions = await listSessionEvents(db, window);
  const commitments = await listCommitmentEvents(db, window);
  return [...sessions, ...commitments]
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, window.limit);
}

async function listSessionEvents(
  db: ReadDb,
  { personId, limit }: Window,
): Promise<TimelineEvent[]> {
  const statuses = ['completed', 'excused', 'missed', 'in_progress'] as const;
  const past = await listSessions(db, { personId, statuses });
  const shown = past
    .map((session) => ({ session, at: session.startedAt ?? session.scheduledAt }))
    .toReversed()
    .slice(0, limit);
  const details = await readSessionDetails(
    db,
    shown.map(({ session }) => session.id),
  );
  return shown.map(({ session, at }) => {
    const { isTopicPrivate, ...told } = details(session.id);
    return {
      kind: 'session' as const,
      id: session.id,
      at,
      session,
      isPrivate: isTopicPrivate,
      ...told,
    };
  });
}

export type SessionDetails = {
  topic: string;
  isTopicPrivate: boolean;
  commitmentsMade: number;
  commitmentsDone: number;
};

const nothingSaid: SessionDetails = {
  topic: '',
  isTopicPrivate: false,
  commitmentsMade: 0,
  commitmentsDone: 0,
};

/** What sessions were about and what came of them. */
export async function readSessionDetails(
  db: ReadDb,
  ids: readonly string[],
): Promise<(sessionId: string) => SessionDetails> {
  const { rows } = await sql<{ id: string; topic: string; visibility: string } & Counts>`
    select id, goal_topic as topic, goal_visibility as visibility,
      (select count(*) from action_item
        where session_id = grow_record.id and deleted_at is null) as made,
      (select count(*) from action_item
        where session_id = grow_record.id and deleted_at is null and status = 'done') as done
    from grow_record where id in (select value from json_each(${JSON.stringify(ids)}))
  `.execute(db);
  const details = new Map(
    rows.map(({ id, topic, visibility, made, done }) => [
      id,
      {
        topic,
        isTopicPrivate: visibility === 'private',
        commitmentsMade: made,
        commitmentsDone: done,
      },
    ]),
  );
  return (sessionId) => details.get(sessionId) ?? nothingSaid;
}

type Counts = { made: number; done: number };

type CommitmentRow = Pick<ActionItemRow, 'id' | 'text' | 'owner' | 'status' | 'visibility'> & {
  at: string;
  kind: 'commitment_made' | 'commitment_closed';
};

/** Made within a session, it is told with the session. */
async function listCommitmentEvents(
  db: ReadDb,
  { personId, limit }: Window,
): Promise<TimelineEvent[]> {
  const { rows } = await sql<CommitmentRow>`
    select * from (
      select id, text, owner, status, visibility, 'commitment_made' as kind,
        strftime('%Y-%m-%dT%H:%M:%fZ', made_on, 'utc') as at
      from action_item
      where person_id = ${personId} and session_id is null and deleted_at is null
      union all
      select id, text, owner, status, visibility, 'commitment_closed',
        strftime('%Y-%m-%dT%H:%M:%fZ', closed_on, 'utc')
      from action_item
      where person_id = ${personId} and closed_on is not null and deleted_at is null)
    order by at desc, id limit ${limit}`.execute(db);
  return rows.map(({ visibility, ...row }) => ({ ...row, isPrivate: visibility === 'private' }));
}
