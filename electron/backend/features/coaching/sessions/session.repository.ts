import type { Selectable } from 'kysely';
import type { CoachingSession, SessionPlan } from '#shared/contract/coaching-sessions.ts';
import type { ReadDb, WriteDb } from '../../../database/db.ts';
import { changedRecord, newRecord } from '../../../database/new-record.ts';
import type { Platform } from '../../../platform.ts';
import type { CoachingSessionRow, CoachingSessionTable } from './coaching-session.table.ts';

type NamedRow = CoachingSessionRow & { person_name: string };

/** What lists show: a snapshot is a whole brief, and is read only with its own session. */
const listed = [
  'id',
  'person_id',
  'session_no',
  'type',
  'status',
  'scheduled_at',
  'planned_minutes',
  'started_at',
  'completed_at',
  'mode',
  'location',
  'skip_reason',
] as const;
type ListedRow = Pick<NamedRow, (typeof listed)[number] | 'person_name'>;

export function toCoachingSession(row: ListedRow): CoachingSession {
  return {
    id: row.id,
    personId: row.person_id,
    personName: row.person_name,
    sessionNo: row.session_no,
    type: row.type,
    status: row.status,
    scheduledAt: row.scheduled_at,
    plannedMinutes: row.planned_minutes,
    startedAt: row.started_at,
    completedAt: row.completed_at,
    mode: row.mode,
    location: row.location,
    skipReason: row.skip_reason,
  };
}

function sessions(db: ReadDb) {
  return db
    .selectFrom('coaching_session')
    .innerJoin('person', 'person.id', 'coaching_session.person_id')
    .select('person.name as person_name')
    .where('coaching_session.deleted_at', 'is', null)
    .where('person.deleted_at', 'is', null);
}

/** The whole row, with snapshot and notes. */
export function findSessionRow(db: ReadDb, id: string): Promise<NamedRow | undefined> {
  return sessions(db)
    .selectAll('coaching_session')
    .where('coaching_session.id', '=', id)
    .executeTakeFirst();
}

export type SessionFilter = {
  personId?: string;
  statuses?: readonly CoachingSession['status'][];
  /** Scheduled at or after this moment. */
  from?: string;
  /** Scheduled before this moment. */
  before?: string;
  /** Still scheduled, or scheduled or held at or after this moment. */
  aheadOrSince?: string;
};

/** Sessions by their time, the earliest first. */
export async function listSessions(db: ReadDb, filter: SessionFilter): Promise<CoachingSession[]> {
  const { personId, statuses, from, before, aheadOrSince } = filter;
  let query = sessions(db).select(listed.map((column) => `coaching_session.${column}` as const));
  if (personId !== undefined) query = query.where('coaching_session.person_id', '=', personId);
  if (statuses !== undefined) query = query.where('coaching_session.status', 'in', statuses);
  if (from !== undefined) query = query.where('coaching_session.scheduled_at', '>=', from);
  if (before !== undefined) query = query.where('coaching_session.scheduled_at', '<', before);
  if (aheadOrSince !== undefined) {
    query = query.where(({ eb, or }) =>
      or([
        eb('coaching_session.status', '=', 'scheduled'),
        eb('coaching_session.scheduled_at', '>=', aheadOrSince),
        eb('coaching_session.completed_at', '>=', aheadOrSince),
      ]),
    );
  }
  const rows = await query
    .orderBy('coaching_session.scheduled_at')
    .orderBy('coaching_session.id')
    .execute();
  return rows.map(toCoachingSession);
}

/** The session of a person that was completed last, whole. */
export function findLastCompleted(db: ReadDb, personId: string): Promise<NamedRow | undefined> {
  return sessions(db)
    .selectAll('coaching_session')
    .where('coaching_session.person_id', '=', personId)
    .where('coaching_session.status', '=', 'completed')
    .orderBy('coaching_session.completed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The number of the last session with the person, 0 before the first. */
export async function findLastSessionNo(db: ReadDb, personId: string): Promise<number> {
  const row = await db
    .selectFrom('coaching_session')
    .select((eb) => eb.fn.max('session_no').as('last'))
    .where('person_id', '=', personId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.last ?? 0;
}

export async function insertSession(
  db: WriteDb,
  platform: Platform,
  { personId, plan }: { personId: string; plan: SessionPlan },
): Promise<string> {
  const record = newRecord(platform);
  await db
    .insertInto('coaching_session')
    .values({
      ...record,
      person_id: personId,
      session_no: null,
      type: plan.type,
      status: 'scheduled',
      scheduled_at: plan.scheduledAt,
      planned_minutes: plan.plannedMinutes,
      started_at: null,
      completed_at: null,
      mode: plan.mode,
      location: plan.location,
      skip_reason: null,
      prep_snapshot_json: null,
      shared_summary: '',
      private_note: '',
      amend_reason: null,
      amended_at: null,
    })
    .execute();
  return record.id;
}

type SessionColumns = Partial<Omit<Selectable<CoachingSessionTable>, 'id' | 'rev' | 'updated_at'>>;

export async function updateSession(
  db: WriteDb,
  platform: Platform,
  { id, columns }: { id: string; columns: SessionColumns },
): Promise<void> {
  await db
    .updateTable('coaching_session')
    .set({ ...columns, ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}
