import type { PersonLeave } from '#shared/contract/person-records.ts';
import type { ReadDb, WriteDb } from '../../database/db.ts';
import { changedRecord, newRecord } from '../../database/new-record.ts';
import type { Platform } from '../../platform.ts';

export type LeaveDays = { fromOn: string; toOn: string };

/** A person's stretches of days off, the latest first. */
export async function listLeaves(db: ReadDb, personId: string): Promise<PersonLeave[]> {
  const rows = await db
    .selectFrom('person_leave')
    .select(['id', 'from_on', 'to_on'])
    .where('person_id', '=', personId)
    .where('deleted_at', 'is', null)
    .orderBy('from_on', 'desc')
    .execute();
  return rows.map((row) => ({ id: row.id, fromOn: row.from_on, toOn: row.to_on }));
}

/** Everyone's days off that touch a stretch, as `[person id, days]`. */
export async function listLeavesBetween(
  db: ReadDb,
  { fromOn, toOn }: LeaveDays,
): Promise<{ personId: string; fromOn: string; toOn: string }[]> {
  const rows = await db
    .selectFrom('person_leave')
    .select(['person_id', 'from_on', 'to_on'])
    .where('deleted_at', 'is', null)
    .where('to_on', '>=', fromOn)
    .where('from_on', '<=', toOn)
    .execute();
  return rows.map((row) => ({ personId: row.person_id, fromOn: row.from_on, toOn: row.to_on }));
}

export async function findLeavePerson(db: ReadDb, leaveId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('person_leave')
    .select('person_id')
    .where('id', '=', leaveId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.person_id;
}

export async function insertLeave(
  db: WriteDb,
  platform: Platform,
  { personId, fromOn, toOn }: LeaveDays & { personId: string },
): Promise<void> {
  await db
    .insertInto('person_leave')
    .values({ ...newRecord(platform), person_id: personId, from_on: fromOn, to_on: toOn })
    .execute();
}

export async function updateLeave(
  db: WriteDb,
  platform: Platform,
  { leaveId, fromOn, toOn }: LeaveDays & { leaveId: string },
): Promise<void> {
  await db
    .updateTable('person_leave')
    .set({ from_on: fromOn, to_on: toOn, ...changedRecord(platform) })
    .where('id', '=', leaveId)
    .execute();
}

export async function softDeleteLeave(db: WriteDb, platform: Platform, id: string): Promise<void> {
  await db
    .updateTable('person_leave')
    .set({ deleted_at: platform.now().toISOString(), ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}
