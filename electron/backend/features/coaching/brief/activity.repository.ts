import { sql } from 'kysely';
import type { ActivityKind } from '#shared/contract/activities.ts';
import type { ActivityMeasure } from '#shared/contract/coaching-brief.ts';
import type { ReadDb } from '../../../database/db.ts';

/** What counts as meeting a customer, and what as any contact with one. */
export const kindsOfMeasure: Readonly<Record<ActivityMeasure, readonly ActivityKind[]>> = {
  meetings: ['visit', 'meeting', 'video', 'demo'],
  contacts: ['call', 'email', 'wechat', 'visit', 'meeting', 'video', 'demo'],
};

/** The day of the person's first done activity, before which nothing was recorded. */
export async function findFirstActivityOn(db: ReadDb, personId: string): Promise<string | null> {
  const { rows } = await sql<{ on: string | null }>`
    select date(min(happened_at), 'localtime') as "on" from activity
    where person_id = ${personId} and status = 'done' and deleted_at is null`.execute(db);
  return rows[0]?.on ?? null;
}
