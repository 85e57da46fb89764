import { sql } from 'kysely';
import type { ReadDb } from '../../../database/db.ts';

/** How many stays in a stage by deals of one owner that ended one way took so many days. */
export type StayCount = {
  outcome: 'won' | 'lost';
  stageId: string;
  ownerId: string | null;
  days: number;
  count: number;
};

/** All finished stays of closed deals, counted by days, ascending: one walk along one index. */
export async function listStayCounts(db: ReadDb): Promise<StayCount[]> {
  const { rows } = await sql<StayCount>`
    select stay_outcome as outcome, from_stage_id as stageId, from_owner_id as ownerId,
      days_in_from_stage as days, count(*) as count
    from deal_change where stay_outcome is not null
    group by stay_outcome, from_stage_id, from_owner_id, days_in_from_stage`.execute(db);
  return rows;
}
