import type {
  Commitment,
  CommitmentChanges,
  CommitmentFilter,
  CommitmentStatus,
  NewCommitment,
} from '#shared/contract/commitments.ts';
import { addDays } from '#shared/domain/dates/local-date.ts';
import { AppError } from '../../../app-error.ts';
import type { CommandContext, QueryContext } from '../../../rpc/context.ts';
import { getPerson } from '../../people/person.service.ts';
import { hidePointsOf } from '../points/point.repository.ts';
import { getSessionSummary } from '../sessions/session.service.ts';
import { assertSessionEditable } from '../sessions/session-lock.ts';
import { quotable } from '../step-words.ts';
import * as repository from './commitment.repository.ts';

type ByCommitment = { commitmentId: string };

/** How many closed ones the page shows. */
const closedShown = 200;

export function listCommitments(
  { db, today }: QueryContext,
  { owner, personId, state }: CommitmentFilter,
): Promise<Commitment[]> {
  return repository.listCommitments(db, {
    today,
    isOpen: state !== 'closed',
    ...(owner === null ? {} : { owner }),
    ...(personId === null ? { isPresentOnly: state !== 'closed' } : { personId }),
    ...(state === 'overdue' ? { dueBefore: today } : {}),
    ...(state === 'closed' ? { limit: closedShown } : {}),
  });
}

/** What is due today or overdue, the manager's own first; of people in the team. */
export async function listDueCommitments({
  db,
  today,
}: Pick<QueryContext, 'db' | 'today'>): Promise<Commitment[]> {
  const dueBefore = addDays(today, 1);
  return repository.listCommitments(db, { today, isOpen: true, isPresentOnly: true, dueBefore });
}

export async function addCommitment(
  context: CommandContext,
  made: NewCommitment,
): Promise<Commitment> {
  const { db, platform, today, step } = context;
  const { name } = await getPerson(context, made);
  if (made.sessionId !== null) {
    await assertOwnSession(context, made.sessionId, made.personId);
    await assertSessionEditable(context, made.sessionId);
  }
  const origin = made.sessionId === null ? 'adhoc' : 'grow';
  const dates = { dueOn: made.dueOn, isUndated: made.isUndated && made.dueOn === null };
  const commitment = { ...made, ...dates, origin, madeOn: today } as const;
  step.describe({ name, ...quotable(made) });
  return getCommitment(context, await repository.insertCommitment(db, platform, commitment));
}

export async function changeCommitment(
  context: CommandContext,
  { commitmentId, changes }: ByCommitment & { changes: CommitmentChanges },
): Promise<Commitment> {
  const before = await getCommitment(context, commitmentId);
  const lastDueOn = await repository.findLastDueOn(context.db, commitmentId);
  const { owner, text, successEvidence, dealId, visibility } = changes;
  if (visibility === 'private') await hidePointsOf(context.db, context.platform, commitmentId);
  return update(context, before, {
    ...(owner === undefined ? {} : { owner }),
    ...(text === undefined ? {} : { text }),
    ...(successEvidence === undefined ? {} : { success_evidence: successEvidence }),
    ...(dealId === undefined ? {} : { deal_id: dealId }),
    ...(visibility === undefined ? {} : { visibility }),
    ...dateColumns({ ...before, lastDueOn }, changes),
  });
}

type Settlement = ByCommitment & {
  status: CommitmentStatus;
  note?: string | undefined;
  closedOn: string | null;
  sessionId: string | null;
};

export async function settleCommitment(
  context: CommandContext,
  { commitmentId, status, note, closedOn, sessionId }: Settlement,
): Promise<Commitment> {
  const before = await getCommitment(context, commitmentId);
  if (sessionId !== null) await assertOwnSession(context, sessionId, before.personId);
  return update(context, before, {
    status,
    outcome_note: note ?? before.outcomeNote,
    closed_on: closedOn ?? before.closedOn ?? context.today,
    closed_session_id: sessionId,
  });
}

export async function reopenCommitment(
  context: CommandContext,
  { commitmentId }: ByCommitment,
): Promise<Commitment> {
  const before = await getCommitment(context, commitmentId);
  return update(context, before, { status: 'open', closed_on: null, closed_session_id: null });
}

export async function removeCommitment(
  context: CommandContext,
  { commitmentId }: ByCommitment,
): Promise<void> {
  const { db, platform, step } = context;
  step.describe(quotable(await getCommitment(context, commitmentId)));
  const columns = { deleted_at: platform.now().toISOString() };
  await repository.updateCommitment(db, platform, { id: commitmentId, columns });
}

type Columns = Parameters<typeof repository.updateCommitment>[2]['columns'];

/**
 * The first date agreed stays; one later than the last counts as moved, an earlier one does not.
 * Having had no date in between changes nothing about that.
 */
function dateColumns(
  before: Commitment & { lastDueOn: string | null },
  { dueOn, isUndated }: CommitmentChanges,
): Columns {
  if (dueOn === undefined && isUndated === undefined) return {};
  const due = dueOn === undefined ? before.dueOn : dueOn;
  if (due === null || isUndated === true) {
    return { due_on: null, is_undated: isUndated === true ? 1 : 0 };
  }
  const isLater = before.lastDueOn !== null && due > before.lastDueOn;
  return {
    due_on: due,
    is_undated: 0,
    original_due_on: before.originalDueOn ?? due,
    last_due_on: due,
    moved_count: before.movedCount + (isLater ? 1 : 0),
  };
}

async function update(
  context: CommandContext,
  before: Commitment,
  columns: Columns,
): Promise<Commitment> {
  const { db, platform, step } = context;
  const { visibility = 'shared' } = columns;
  const after = visibility === 'private' ? { ...before, visibility } : before;
  step.describe({ name: before.personName, ...quotable(after) });
  await repository.updateCommitment(db, platform, { id: before.id, columns });
  return getCommitment(context, before.id);
}

async function getCommitment({ db, today }: QueryContext | CommandContext, id: string) {
  const found = await repository.findCommitment(db, { id, today });
  if (found === undefined) throw new AppError('not_found');
  return found;
}

async function assertOwnSession(
  context: CommandContext,
  sessionId: string,
  personId: string,
): Promise<void> {
  const session = await getSessionSummary(context, sessionId);
  if (session.personId !== personId) throw new AppError('bad_input', { field: 'sessionId' });
}
