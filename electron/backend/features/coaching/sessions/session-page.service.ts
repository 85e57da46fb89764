import type { BriefQuestion } from '#shared/contract/coaching-brief.ts';
import type { BankQuestion } from '#shared/contract/coaching-grow.ts';
import type {
  ClosingItem,
  CoachingSession,
  SessionPage,
} from '#shared/contract/coaching-sessions.ts';
import type { Commitment } from '#shared/contract/commitments.ts';
import { canComplete, closingChecklist } from '#shared/domain/coaching/closing.ts';
import { canScoreOptions } from '#shared/domain/coaching/grow.ts';
import { AppError } from '../../../app-error.ts';
import { localDateOf } from '../../../clock.ts';
import type { QueryContext } from '../../../rpc/context.ts';
import { getPerson } from '../../people/person.service.ts';
import { toTalkingPoint } from '../brief/brief-points.ts';
import { withPrivacyOfNow } from '../brief/brief-privacy.ts';
import { listLinkableDeals } from '../brief/deal-names.repository.ts';
import { getCadenceSettings, suggestNextOn } from '../cadence.service.ts';
import { listCommitments } from '../commitments/commitment.repository.ts';
import { findGrow, listOptions } from '../grow/grow.repository.ts';
import { listPoints } from '../points/point.repository.ts';
import { listQuestions } from '../questions/question.service.ts';
import type { Suggestions } from '../questions/suggest-questions.ts';
import * as repository from './session.repository.ts';
import { findNextSession } from './session.service.ts';
import { sessionLock } from './session-lock.ts';
import { type SessionSnapshot, storedSnapshot } from './session-snapshot.ts';

type Reader = Pick<QueryContext, 'db' | 'today' | 'platform'>;

/** Everything the session's screen shows. @throws AppError not_found before it started, saved_by_newer */
export async function getSession(
  context: Reader,
  { sessionId }: { sessionId: string },
): Promise<SessionPage> {
  const { db, today } = context;
  const row = await repository.findSessionRow(db, sessionId);
  const grow = await findGrow(db, sessionId);
  if (!row?.prep_snapshot_json || grow === undefined) throw new AppError('not_found');
  const snapshot = storedSnapshot.read(row.prep_snapshot_json);
  const session = repository.toCoachingSession(row);
  const { personId } = session;
  const person = await getPerson(context, { personId });
  const options = await listOptions(db, sessionId);
  const checklist = await getChecklist(context, session);
  return {
    asOf: context.platform.now().toISOString(),
    session,
    person,
    brief: await withPrivacyOfNow(db, snapshot.brief, sessionId),
    grow,
    options,
    canScore: canScoreOptions(options),
    points: (await listPoints(db, { personId, sessionId })).map(toTalkingPoint),
    ...(await sessionCommitments(context, session, snapshot)),
    sharedSummary: row.shared_summary,
    privateNote: row.private_note,
    next: await findNextSession(context, personId),
    suggestedNextOn: suggestNextOn(person, await getCadenceSettings(context), today),
    checklist,
    canComplete: canComplete(checklist),
    ...sessionLock(row, today),
    amendReason: row.amend_reason,
    questions: currentSuggestions(snapshot.suggestions, await listQuestions(context)),
    deals: await listLinkableDeals(db, personId),
  };
}

/** What is still open before a session ends. */
export async function getChecklist(
  context: Reader,
  session: CoachingSession,
): Promise<ClosingItem[]> {
  const { db, today } = context;
  const row = await repository.findSessionRow(db, session.id);
  const grow = await findGrow(db, session.id);
  const made = await listCommitments(db, { today, sessionId: session.id });
  const next = await findNextSession(context, session.personId);
  const checklist = closingChecklist({
    actions: made.map(({ dueOn, isUndated, status }) => ({
      hasOwner: true,
      dueOn,
      isUndatedOnPurpose: isUndated,
      isSettled: status !== 'open',
    })),
    commitment: grow?.fields.commitment ?? null,
    nextSessionOn: next === null ? null : localDateOf(new Date(next.scheduledAt)),
    sharedSummary: row?.shared_summary ?? null,
    privateNote: row?.private_note ?? null,
    undeliveredFeedbackCount: 0,
  });
  return checklist.flatMap(({ code, ...item }) =>
    code === 'feedback_delivered' ? [] : [{ code, ...item }],
  );
}

/** What was promised before, to look back on first, and what is promised now. */
async function sessionCommitments(
  { db, today }: Reader,
  { id: sessionId, personId }: CoachingSession,
  { brief }: SessionSnapshot,
): Promise<{ review: Commitment[]; made: Commitment[] }> {
  const openIds = new Set(
    brief.commitments.filter(({ status }) => status === 'open').map(({ id }) => id),
  );
  const all = await listCommitments(db, { today, personId });
  return {
    review: all.filter(({ id }) => openIds.has(id)),
    made: all.filter((item) => item.sessionId === sessionId),
  };
}

/** The questions as the session started with them, with the marks of now; new own ones last. */
function currentSuggestions(
  frozen: Suggestions,
  questions: readonly BankQuestion[],
): SessionPage['questions'] {
  const byKey = new Map(questions.map((question) => [question.key, question]));
  const current = (step: keyof Suggestions): BriefQuestion[] => {
    const known = frozen[step].flatMap((question) => {
      const mark = byKey.get(question.key);
      if (mark === undefined || mark.isHidden) return [];
      const text = mark.isOwn ? mark.text : question.text;
      return [{ ...question, text, isStarred: mark.isStarred }];
    });
    const keys = new Set(frozen[step].map(({ key }) => key));
    const added = questions
      .filter((question) => question.isOwn && question.step === step && !keys.has(question.key))
      .filter(({ isHidden }) => !isHidden)
      .map(({ key, text, isStarred }) => ({ key, text, isStarred, isRepeat: false }));
    return [...known, ...added];
  };
  return {
    goal: current('goal'),
    reality: current('reality'),
    options: current('options'),
    will: current('will'),
  };
}
