import { z } from 'zod';
import { brief, briefQuestion, cadenceStatus, talkingPoint } from './coaching-brief.ts';
import { plannableType, sessionMode, sessionStatus, sessionType } from './coaching-fields.ts';
import { growFields, growOption, growTexts } from './coaching-grow.ts';
import { commitment } from './commitments.ts';
import { id, instant, localDate, optionalText } from './fields.ts';
import { personSummary } from './person-records.ts';

export const sessionPlan = z.object({
  type: plannableType,
  scheduledAt: instant,
  plannedMinutes: z.int().min(5).max(480),
  mode: sessionMode,
  location: optionalText,
});
export type SessionPlan = z.infer<typeof sessionPlan>;

export const coachingSession = z.object({
  id,
  personId: id,
  personName: z.string(),
  /** Counts the sessions held with the person; null until it starts. */
  sessionNo: z.int().nullable(),
  type: sessionType,
  status: sessionStatus,
  scheduledAt: instant,
  plannedMinutes: z.int(),
  startedAt: instant.nullable(),
  completedAt: instant.nullable(),
  mode: sessionMode,
  location: z.string(),
  /** Why it was excused or missed. */
  skipReason: z.string().nullable(),
});
export type CoachingSession = z.infer<typeof coachingSession>;

/** A session with what it was about and what came of it. */
export const toldSession = coachingSession.extend({
  topic: z.string(),
  isTopicPrivate: z.boolean(),
  commitmentsMade: z.int(),
  commitmentsDone: z.int(),
});
export type ToldSession = z.infer<typeof toldSession>;

export const closingItem = z.object({
  code: z.enum([
    'action_agreed',
    'actions_dated',
    'commitment_scored',
    'next_session_set',
    'summary_written',
    'private_note_written',
  ]),
  isDone: z.boolean(),
  /** An open one of these keeps the session from being completed. */
  isRequired: z.boolean(),
  openCount: z.int(),
});
export type ClosingItem = z.infer<typeof closingItem>;

/** What the manager prepares with: all of it as of now. */
export const prep = z.object({
  brief,
  /** The person's next planned session. */
  next: coachingSession.nullable(),
  /** The session that is going on. */
  running: coachingSession.nullable(),
});
export type Prep = z.infer<typeof prep>;

/** A started session with everything its screen shows. */
export const sessionPage = z.object({
  /** When this was read, by the clock that the session's times are of. */
  asOf: instant,
  session: coachingSession,
  person: personSummary,
  /** As it was when the session started. */
  brief,
  grow: z.object({ fields: growFields, texts: growTexts }),
  options: z.array(growOption),
  /** Scoring starts with three options. */
  canScore: z.boolean(),
  points: z.array(talkingPoint),
  /** Commitments that were open when it started, as they are now. */
  review: z.array(commitment),
  /** Commitments made in it. */
  made: z.array(commitment),
  sharedSummary: z.string(),
  privateNote: z.string(),
  next: coachingSession.nullable(),
  /** When the next one falls by the person's rhythm, from today; null while a leave has no end. */
  suggestedNextOn: localDate.nullable(),
  checklist: z.array(closingItem),
  canComplete: z.boolean(),
  /** First day on which it is read-only; null until completed. */
  locksOn: localDate.nullable(),
  isLocked: z.boolean(),
  amendReason: z.string().nullable(),
  /** The three of each step in the margin, and all that Tab swaps through, best first. */
  questions: z.object({
    goal: z.array(briefQuestion),
    reality: z.array(briefQuestion),
    options: z.array(briefQuestion),
    will: z.array(briefQuestion),
  }),
  /** The person's deals, for links. */
  deals: z.array(z.object({ id, name: z.string() })),
});
export type SessionPage = z.infer<typeof sessionPage>;

/** One person of the coaching place. */
export const coverageRow = z.object({
  person: personSummary,
  cadence: z.object({
    status: cadenceStatus,
    everyDays: z.int(),
    daysSince: z.int().nullable(),
    daysLate: z.int(),
  }),
  lastOn: localDate.nullable(),
  next: coachingSession.nullable(),
  running: coachingSession.nullable(),
  openCommitments: z.int(),
  overdueCommitments: z.int(),
  /** Talking points the manager has already chosen for the next session. */
  preparedPoints: z.int(),
});
export type CoverageRow = z.infer<typeof coverageRow>;

export const coachingOverview = z.object({
  asOf: instant,
  today: localDate,
  /** The longest overdue first. */
  people: z.array(coverageRow),
  /** Share of active people met in the last 30 days. */
  coverage: z.object({ part: z.int(), whole: z.int(), bp: z.int().nullable() }),
  /** Sessions still to come, and planned ones whose time has passed. */
  upcoming: z.array(coachingSession),
  /** The last that were held, excused or missed, newest first. */
  past: z.array(coachingSession),
});
export type CoachingOverview = z.infer<typeof coachingOverview>;
