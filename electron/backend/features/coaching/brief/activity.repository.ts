import { sql } from 'kysely';
import type { ActivityMeasure } from '#shared/contract/coaching-brief.ts';
import type { ReadDb } from '../../../database/db.ts';
import type { ActivityTable } from '../../activities/activity.table.ts';

type Kind = ActivityTable['kind'];

/** What counts as meeting a customer, and what as any contact with one. */
export const kindsOfMeasure: Readonly<Record<ActivityMeasure, readonly Kind[]>> = {
  meetings: ['visit', 'meeting', 'video', 'demo'],
  contacts: ['call', 'email', 'wechat', 'visit', 'meeting', 'video', 'demo'],
};

export type ActivityDay = { on: string; kind: Kind; count: number };

/** A person's done activities from a moment on, counted by day and kind. */
export async function countActivityDays(
  db: ReadDb,
  { personId, fromAt }: { personId: string; fromAt: string },
): Promise<ActivityDay[]> {
  const { rows } = await sql<ActivityDay>`
    select date(happened_at, 'localtime') as "on", kind, count(*) as count
    from activity
    where person_id = ${personId} and status = 'done' and happened_at >= ${fromAt}
      and deleted_at is null
    group by 1, 2`.execute(db);
  return rows;
}

/** The day of the person's first done activity, before which nothing was recorded. */
export async function findFirstActivityOn(db: ReadDb, personId: string): Promise<string | null> {
  const { rows } = await sql<{ on: string | null }>`
    select date(min(happened_at), 'localtime') as "on" from activity
    where person_id = ${personId} and status = 'done' and deleted_at is null`.execute(db);
  return rows[0]?.on ?? null;
}
