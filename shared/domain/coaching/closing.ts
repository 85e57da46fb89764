import { addDays, type LocalDate } from '#shared/domain/dates/local-date.ts';
import { isBlank } from '#shared/domain/text/blank.ts';
import type { SessionStatus } from './coverage.ts';

/** What a session has when it is about to end. */
export type ClosingFacts = Readonly<{
  actions: ReadonlyArray<
    Readonly<{
      hasOwner: boolean;
      dueOn: LocalDate | null;
      isUndatedOnPurpose: boolean;
      /** Done, dropped or given up already: it needs no date any more. */
      isSettled: boolean;
    }>
  >;
  /** 1–10; null while not asked. */
  commitment: number | null;
  nextSessionOn: LocalDate | null;
  sharedSummary: string | null;
  privateNote: string | null;
  /** Feedback noted for the person and not yet given. */
  undeliveredFeedbackCount: number;
}>;

export type ClosingCode =
  | 'action_agreed'
  | 'actions_dated'
  | 'commitment_scored'
  | 'next_session_set'
  | 'summary_written'
  | 'feedback_delivered'
  | 'private_note_written';

export type ClosingItem = Readonly<{
  code: ClosingCode;
  isDone: boolean;
  /** An open one of these keeps the session from being completed; all others only remind. */
  isRequired: boolean;
  /** Open things behind the item: actions without a date, feedback not given. */
  openCount: number;
}>;

type Dated = Omit<ClosingFacts['actions'][number], 'hasOwner'>;

function lacksDate({ dueOn, isUndatedOnPurpose, isSettled }: Dated): boolean {
  return dueOn === null && !isUndatedOnPurpose && !isSettled;
}

/** The list shown at the end of a session, in the order of the talk's close. */
export function closingChecklist(facts: ClosingFacts): ClosingItem[] {
  const agreed = facts.actions.filter(({ hasOwner, ...action }) => hasOwner && !lacksDate(action));
  const undated = facts.actions.filter(lacksDate);
  const item = (code: ClosingCode, isDone: boolean, openCount = isDone ? 0 : 1): ClosingItem => ({
    code,
    isDone,
    isRequired: code === 'actions_dated',
    openCount,
  });
  return [
    item('action_agreed', agreed.length > 0),
    item('actions_dated', undated.length === 0, undated.length),
    item('commitment_scored', facts.commitment !== null),
    item('next_session_set', facts.nextSessionOn !== null),
    item('summary_written', !isBlank(facts.sharedSummary)),
    item(
      'feedback_delivered',
      facts.undeliveredFeedbackCount === 0,
      facts.undeliveredFeedbackCount,
    ),
    item('private_note_written', !isBlank(facts.privateNote)),
  ];
}

export function canComplete(checklist: readonly ClosingItem[]): boolean {
  return checklist.every(({ isDone, isRequired }) => isDone || !isRequired);
}

export const LOCK_AFTER_DAYS = 7;

/** The first day on which a completed session is read-only: held on 1 March → 8 March. */
export function sessionLocksOn(completedOn: LocalDate): LocalDate {
  return addDays(completedOn, LOCK_AFTER_DAYS);
}

/** Only a completed session locks; afterwards a change needs a reason and becomes an amendment. */
export function isSessionLocked(
  session: Readonly<{ status: SessionStatus; completedOn: LocalDate | null }>,
  today: LocalDate,
): boolean {
  const { status, completedOn } = session;
  return status === 'completed' && completedOn !== null && today >= sessionLocksOn(completedOn);
}
