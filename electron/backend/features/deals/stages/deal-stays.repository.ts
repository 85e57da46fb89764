import { sql } from 'kysely';
import type { ReadDb } from '../../../database/db.ts';

/** The finished stays in one stage by deals of one owner that ended one way. */
export type Stays = {
  outcome: 'won' | 'lost';
  stageId: string;
  ownerId: string | null;
  /** Whole days of each, ascending. */
  days: readonly number[];
};

/** All stays of closed deals: one walk along one index, and one row for each list of days. */
export async function listStays(db: ReadDb): Promise<Stays[]> {
  const { rows } = await sql<Omit<Stays, 'days'> & { days: string }>`
    select stay_outcome as outcome, from_stage_id as stageId, from_owner_id as ownerId,
      json_group_array(days_in_from_stage) as days
    from deal_change where stay_outcome is not null
    group by stay_outcome, from_stage_id, from_owner_id`.execute(db);
  return rows.map((row) => ({ ...row, days: JSON.parse(row.days) }));
}
