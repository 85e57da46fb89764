import { sql } from 'kysely';
import type { Commitment, NewCommitment } from '#shared/contract/commitments.ts';
import { commitmentAge } from '#shared/domain/coaching/commitments.ts';
import type { ReadDb, WriteDb } from '../../../database/db.ts';
import { changedRecord, newRecord } from '../../../database/new-record.ts';
import type { Platform } from '../../../platform.ts';
import type { ActionItemRow } from './action-item.table.ts';

type CommitmentRow = ActionItemRow & {
  person_name: string;
  deal_name: string | null;
  carried_count: number;
};

function toCommitment(row: CommitmentRow, today: string): Commitment {
  const { deal_id, deal_name, status } = row;
  const dates = { madeOn: row.made_on, dueOn: row.due_on, closedOn: row.closed_on };
  return {
    id: row.id,
    personId: row.person_id,
    personName: row.person_name,
    sessionId: row.session_id,
    origin: row.origin,
    owner: row.owner,
    text: row.text,
    successEvidence: row.success_evidence,
    ...dates,
    isUndated: row.is_undated === 1,
    originalDueOn: row.original_due_on,
    movedCount: row.moved_count,
    carriedCount: row.carried_count,
    status,
    closedSessionId: row.closed_session_id,
    outcomeNote: row.outcome_note,
    deal: deal_id === null || deal_name === null ? null : { id: deal_id, name: deal_name },
    visibility: row.visibility,
    ...commitmentAge({ status, ...dates }, today),
  };
}

/**
 * How many sessions it was carried through: those of the person, held or skipped, on later days
 * than it was made and before it ended. Counted here alone, for lists of the whole team need it.
 */
const carriedCount = sql<number>`(
  select count(*) from coaching_session
  where coaching_session.person_id = action_item.person_id
    and coaching_session.deleted_at is null
    and coaching_session.id is not action_item.session_id
    and coaching_session.status in ('completed', 'excused', 'missed')
    and date(coalesce(completed_at, scheduled_at), 'localtime') > action_item.made_on
    and date(coalesce(completed_at, scheduled_at), 'localtime')
      <= coalesce(action_item.closed_on, '9999-12-31'))`;

function commitments(db: ReadDb) {
  return db
    .selectFrom('action_item')
    .innerJoin('person', 'person.id', 'action_item.person_id')
    .leftJoin('deal', 'deal.id', 'action_item.deal_id')
    .selectAll('action_item')
    .select(['person.name as person_name', 'deal.name as deal_name'])
    .select(carriedCount.as('carried_count'))
    .where('action_item.deleted_at', 'is', null)
    .where('person.deleted_at', 'is', null);
}

export async function findCommitment(
  db: ReadDb,
  { id, today }: { id: string; today: string },
): Promise<Commitment | undefined> {
  const row = await commitments(db).where('action_item.id', '=', id).executeTakeFirst();
  return row && toCommitment(row, today);
}

/** Which of these are shared, or were when they were deleted. */
export async function findSharedCommitmentIds(
  db: ReadDb,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('action_item')
    .select('id')
    .where('id', 'in', ids)
    .where('visibility', '=', 'shared')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The date agreed last, also while there is none. */
export async function findLastDueOn(db: ReadDb, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('action_item')
    .select('last_due_on')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.last_due_on ?? null;
}

export type CommitmentQuery = {
  today: string;
  personId?: string;
  sessionId?: string;
  ids?: readonly string[];
  owner?: Commitment['owner'];
  isOpen?: boolean;
  /** Closed on or after this day. */
  closedFrom?: string;
  /** Due before this day. */
  dueBefore?: string;
  /** Leaves out people who had left before today. */
  isPresentOnly?: boolean;
  limit?: number;
};

/** The manager's own first, then by due date with the undated last, then the oldest. */
export async function listCommitments(db: ReadDb, wanted: CommitmentQuery): Promise<Commitment[]> {
  const { today, personId, sessionId, ids, owner, isOpen, closedFrom, dueBefore } = wanted;
  let query = commitments(db);
  if (personId !== undefined) query = query.where('action_item.person_id', '=', personId);
  if (sessionId !== undefined) query = query.where('action_item.session_id', '=', sessionId);
  if (ids !== undefined) query = query.where('action_item.id', 'in', ids);
  if (owner !== undefined) query = query.where('action_item.owner', '=', owner);
  if (isOpen !== undefined) {
    query = query.where('action_item.status', isOpen ? '=' : '!=', 'open');
  }
  if (closedFrom !== undefined) query = query.where('action_item.closed_on', '>=', closedFrom);
  if (dueBefore !== undefined) query = query.where('action_item.due_on', '<', dueBefore);
  if (wanted.isPresentOnly === true) {
    query = query.where((eb) =>
      eb.or([eb('person.left_on', 'is', null), eb('person.left_on', '>=', today)]),
    );
  }
  const rows = await query
    .orderBy(sql`action_item.owner = 'manager'`, 'desc')
    .orderBy(sql`action_item.closed_on`, 'desc')
    .orderBy(sql`action_item.due_on is null`)
    .orderBy('action_item.due_on')
    .orderBy('action_item.made_on')
    .orderBy('action_item.id')
    .limit(wanted.limit ?? 1000)
    .execute();
  return rows.map((row) => toCommitment(row, today));
}

export type CommitmentInsert = NewCommitment & { origin: Commitment['origin']; madeOn: string };

export async function insertCommitment(
  db: WriteDb,
  platform: Platform,
  made: CommitmentInsert,
): Promise<string> {
  const record = newRecord(platform);
  await db
    .insertInto('action_item')
    .values({
      ...record,
      person_id: made.personId,
      session_id: made.sessionId,
      origin: made.origin,
      owner: made.owner,
      text: made.text,
      success_evidence: made.successEvidence,
      made_on: made.madeOn,
      due_on: made.dueOn,
      is_undated: made.isUndated ? 1 : 0,
      original_due_on: made.dueOn,
      last_due_on: made.dueOn,
      moved_count: 0,
      status: 'open',
      closed_on: null,
      closed_session_id: null,
      outcome_note: '',
      deal_id: made.dealId,
      visibility: made.visibility,
    })
    .execute();
  return record.id;
}

type CommitmentColumns = Partial<Omit<ActionItemRow, 'id' | 'rev' | 'updated_at'>>;

export async function updateCommitment(
  db: WriteDb,
  platform: Platform,
  { id, columns }: { id: string; columns: CommitmentColumns },
): Promise<void> {
  await db
    .updateTable('action_item')
    .set({ ...columns, ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}
