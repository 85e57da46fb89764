import type { CoachingSession, Prep } from '#shared/contract/coaching-sessions.ts';
import { canComplete } from '#shared/domain/coaching/closing.ts';
import { showQuestions } from '#shared/domain/coaching/questions.ts';
import { AppError } from '../../../app-error.ts';
import type { CommandContext, QueryContext } from '../../../rpc/context.ts';
import { getSettings } from '../../settings/settings.service.ts';
import { composeBrief, getBrief } from '../brief/brief.service.ts';
import { insertGrow } from '../grow/grow.repository.ts';
import { carryPoints, takePoints } from '../points/session-points.ts';
import { insertUses } from '../questions/question.repository.ts';
import type { Suggestions } from '../questions/suggest-questions.ts';
import * as repository from './session.repository.ts';
import { expectStatus, findNextSession, getSessionSummary } from './session.service.ts';
import { getChecklist } from './session-page.service.ts';
import { storedSnapshot } from './session-snapshot.ts';

/** The brief as of now, and the session it prepares. */
export async function getPrep(
  context: QueryContext,
  { personId }: { personId: string },
): Promise<Prep> {
  const next = await findNextSession(context, personId);
  const running = await findRunning(context, personId);
  return { brief: await getBrief(context, { personId, session: next }), next, running };
}

async function findRunning({ db }: QueryContext | CommandContext, personId: string) {
  const running = await repository.listSessions(db, { personId, statuses: ['in_progress'] });
  return running[0] ?? null;
}

/** Starts a session and freezes what the manager knew; one that already runs goes on. */
export async function startSession(
  context: CommandContext,
  { personId, sessionId }: { personId: string; sessionId: string | null },
): Promise<CoachingSession> {
  const { db, platform, step } = context;
  const running = await findRunning(context, personId);
  if (running !== null) return running;
  const session = await plannedOrNew(context, personId, sessionId);
  const { brief, suggestions } = await composeBrief(context, { personId, session });
  const columns = {
    status: 'in_progress',
    session_no: brief.sessionNo,
    started_at: platform.now().toISOString(),
    prep_snapshot_json: storedSnapshot.write({ brief, suggestions }),
  } as const;
  await repository.updateSession(db, platform, { id: session.id, columns });
  await insertGrow(db, platform, session.id);
  await takePoints(context, { personId, sessionId: session.id, points: brief.points });
  const keys = shownFirst(suggestions);
  await insertUses(db, platform, { sessionId: session.id, personId, keys });
  step.describe({ name: session.personName });
  return getSessionSummary(context, session.id);
}

/** What the margin of each step shows before anybody swaps. */
function shownFirst({ goal, reality, options, will }: Suggestions): string[] {
  return [goal, reality, options, will].flatMap((questions) =>
    showQuestions(questions, 0).map(({ key }) => key),
  );
}

async function plannedOrNew(
  context: CommandContext,
  personId: string,
  sessionId: string | null,
): Promise<CoachingSession> {
  if (sessionId !== null) {
    const planned = await expectStatus(context, sessionId, ['scheduled']);
    if (planned.personId !== personId) throw new AppError('bad_input', { field: 'sessionId' });
    return planned;
  }
  const { db, platform } = context;
  const { sessionMinutes } = await getSettings(context);
  const plan = {
    type: 'one_on_one',
    scheduledAt: platform.now().toISOString(),
    plannedMinutes: sessionMinutes,
    mode: 'onsite',
    location: '',
  } as const;
  return getSessionSummary(
    context,
    await repository.insertSession(db, platform, { personId, plan }),
  );
}

/** Ends a session; what was not talked about waits for the next one. */
export async function completeSession(
  context: CommandContext,
  { sessionId }: { sessionId: string },
): Promise<CoachingSession> {
  const { db, platform, step } = context;
  const session = await expectStatus(context, sessionId, ['in_progress']);
  if (!canComplete(await getChecklist(context, session))) throw new AppError('closing_incomplete');
  const columns = { status: 'completed', completed_at: platform.now().toISOString() } as const;
  await repository.updateSession(db, platform, { id: sessionId, columns });
  await carryPoints(context, { personId: session.personId, sessionId });
  step.describe({ name: session.personName });
  return getSessionSummary(context, sessionId);
}

/** Opens a completed session for changes, and says why for good. */
export async function amendSession(
  context: CommandContext,
  { sessionId, reason }: { sessionId: string; reason: string },
): Promise<CoachingSession> {
  const { db, platform, step } = context;
  const session = await expectStatus(context, sessionId, ['completed']);
  const columns = { amend_reason: reason, amended_at: platform.now().toISOString() };
  await repository.updateSession(db, platform, { id: sessionId, columns });
  step.describe({ name: session.personName });
  return getSessionSummary(context, sessionId);
}
