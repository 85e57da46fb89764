import type { SessionStatus } from '#shared/contract/coaching-fields.ts';
import type {
  CoachingSession,
  SessionPlan,
  ToldSession,
} from '#shared/contract/coaching-sessions.ts';
import { AppError } from '../../../app-error.ts';
import { localDateOf } from '../../../clock.ts';
import type { ReadDb } from '../../../database/db.ts';
import type { CommandContext, QueryContext } from '../../../rpc/context.ts';
import { getPerson } from '../../people/person.service.ts';
import { readSessionDetails } from '../coaching-events.repository.ts';
import { returnPoints } from '../points/session-points.ts';
import * as repository from './session.repository.ts';

export async function listPersonSessions(
  { db, platform }: QueryContext,
  { personId }: { personId: string },
): Promise<{ asOf: string; sessions: ToldSession[] }> {
  const sessions = await repository.listSessions(db, { personId });
  const details = await readSessionDetails(
    db,
    sessions.map(({ id }) => id),
  );
  const told = sessions.map((session) => ({ ...session, ...details(session.id) }));
  return { asOf: platform.now().toISOString(), sessions: told.toReversed() };
}

/** @throws AppError not_found */
export async function getSessionSummary(
  { db }: { db: ReadDb },
  sessionId: string,
): Promise<CoachingSession> {
  const row = await repository.findSessionRow(db, sessionId);
  if (row === undefined) throw new AppError('not_found');
  return repository.toCoachingSession(row);
}

/** The person's next planned session; one whose time has passed still waits to be held. */
export async function findNextSession(
  { db }: { db: ReadDb },
  personId: string,
): Promise<CoachingSession | null> {
  const planned = await repository.listSessions(db, { personId, statuses: ['scheduled'] });
  return planned[0] ?? null;
}

export async function planSession(
  context: CommandContext,
  { personId, ...plan }: SessionPlan & { personId: string },
): Promise<CoachingSession> {
  const { db, platform, step } = context;
  const { name, leftOn } = await getPerson(context, { personId });
  assertStillThere(name, leftOn, plan.scheduledAt);
  step.describe({ name });
  const id = await repository.insertSession(db, platform, { personId, plan });
  return getSessionSummary(context, id);
}

export async function replanSession(
  context: CommandContext,
  { sessionId, ...plan }: SessionPlan & { sessionId: string },
): Promise<CoachingSession> {
  const session = await expectStatus(context, sessionId, ['scheduled', 'excused', 'missed']);
  const { name, leftOn } = await getPerson(context, session);
  assertStillThere(name, leftOn, plan.scheduledAt);
  return change(context, session, {
    type: plan.type,
    status: 'scheduled',
    scheduled_at: plan.scheduledAt,
    planned_minutes: plan.plannedMinutes,
    mode: plan.mode,
    location: plan.location,
    skip_reason: null,
  });
}

type Skip = { sessionId: string; reason: string };

export async function excuseSession(
  context: CommandContext,
  { sessionId, reason }: Skip,
): Promise<CoachingSession> {
  const session = await expectStatus(context, sessionId, ['scheduled', 'missed']);
  return change(context, session, { status: 'excused', skip_reason: reason });
}

export async function missSession(
  context: CommandContext,
  { sessionId, reason }: Skip,
): Promise<CoachingSession> {
  const session = await expectStatus(context, sessionId, ['scheduled', 'excused']);
  return change(context, session, { status: 'missed', skip_reason: reason });
}

/** Removes a session; the person's commitments stay, and what was prepared waits for the next. */
export async function removeSession(
  context: CommandContext,
  { sessionId }: { sessionId: string },
): Promise<void> {
  const session = await expectStatus(context, sessionId, [
    'scheduled',
    'in_progress',
    'excused',
    'missed',
  ]);
  const { personId, startedAt } = session;
  if (startedAt !== null) await returnPoints(context, { personId, sessionId, startedAt });
  await change(context, session, { deleted_at: context.platform.now().toISOString() });
}

/** @throws AppError session_state when it is in none of the statuses */
export async function expectStatus(
  context: CommandContext,
  sessionId: string,
  statuses: readonly SessionStatus[],
): Promise<CoachingSession> {
  const session = await getSessionSummary(context, sessionId);
  if (!statuses.includes(session.status)) {
    throw new AppError('session_state', { status: session.status });
  }
  return session;
}

type Columns = Parameters<typeof repository.updateSession>[2]['columns'];

async function change(
  context: CommandContext,
  session: CoachingSession,
  columns: Columns,
): Promise<CoachingSession> {
  const { db, platform, step } = context;
  step.describe({ name: session.personName });
  await repository.updateSession(db, platform, { id: session.id, columns });
  const row = await repository.findSessionRow(db, session.id);
  return row === undefined ? session : repository.toCoachingSession(row);
}

function assertStillThere(name: string, leftOn: string | null, at: string): void {
  const isGone = leftOn !== null && leftOn < localDateOf(new Date(at));
  if (isGone) throw new AppError('person_left', { name, leftOn });
}
