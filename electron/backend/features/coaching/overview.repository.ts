import { sql } from 'kysely';
import type { ReadDb } from '../../database/db.ts';

/** The day of the last completed session of each person who had one. */
export async function listLastCompletedOn(db: ReadDb): Promise<Map<string, string>> {
  const { rows } = await sql<{ personId: string; on: string }>`
    select person_id as personId, date(max(completed_at), 'localtime') as "on"
    from coaching_session
    where status = 'completed' and deleted_at is null
    group by person_id`.execute(db);
  return new Map(rows.map(({ personId, on }) => [personId, on]));
}

export type CommitmentCounts = { openCommitments: number; overdueCommitments: number };

/** Open commitments of each person, the manager's towards them too. */
export async function countOpenCommitments(
  db: ReadDb,
  today: string,
): Promise<Map<string, CommitmentCounts>> {
  const { rows } = await sql<CommitmentCounts & { personId: string }>`
    select person_id as personId, count(*) as openCommitments,
      count(case when due_on < ${today} then 1 end) as overdueCommitments
    from action_item
    where status = 'open' and deleted_at is null
    group by person_id`.execute(db);
  return new Map(rows.map(({ personId, ...counts }) => [personId, counts]));
}
