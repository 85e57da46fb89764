import { z } from 'zod';
import { bilingual, brief, briefQuestion, cadenceStatus, talkingPoint } from './coaching-brief.ts';
import { documentInfo } from './documents.ts';
import { id, instant, language, localDate, optionalText, shortText } from './fields.ts';
import { personSummary } from './person-records.ts';
import { command, query, task } from './procedure.ts';

export const sessionType = z.enum([
  'one_on_one',
  'deal',
  'skill',
  'field_visit',
  'career',
  'pip_checkin',
]);
export type SessionType = z.infer<typeof sessionType>;

/** Types that are held as a GROW talk and can be planned. */
export const plannableType = sessionType.extract(['one_on_one', 'deal', 'skill', 'career']);

export const sessionStatus = z.enum(['scheduled', 'in_progress', 'completed', 'excused', 'missed']);
export type SessionStatus = z.infer<typeof sessionStatus>;

export const sessionMode = z.enum(['onsite', 'phone', 'video', 'field']);

/** Private text never leaves the manager's screen; presentation mode hides it there too. */
export const visibility = z.enum(['private', 'shared']);
export type Visibility = z.infer<typeof visibility>;

export const growStep = z.enum(['goal', 'reality', 'options', 'will']);
export type GrowStep = z.infer<typeof growStep>;

/** Whose promise or idea it is. */
export const party = z.enum(['rep', 'manager']);
export type Party = z.infer<typeof party>;

const scale5 = z.int().min(1).max(5).nullable();
const scale10 = z.int().min(1).max(10).nullable();

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
const toldSession = coachingSession.extend({
  topic: z.string(),
  isTopicPrivate: z.boolean(),
  commitmentsMade: z.int(),
  commitmentsDone: z.int(),
});
export type ToldSession = z.infer<typeof toldSession>;

export const growOption = z.object({
  id,
  text: z.string(),
  proposedBy: party,
  pros: z.string(),
  cons: z.string(),
  impact: scale5,
  feasibility: scale5,
  /** 2 × impact + feasibility, a hint for sorting only; null until both are known. */
  rankHint: z.int().nullable(),
  isChosen: z.boolean(),
});
export type GrowOption = z.infer<typeof growOption>;

/** The short fields of the GROW record; its texts are saved by `texts.saveText`. */
export const growFields = z.object({
  goalVisibility: visibility,
  goalDueOn: localDate.nullable(),
  realityVisibility: visibility,
  realityScale: scale10,
  /** Deals that show how things stand. */
  realityEvidence: z.array(id).max(50),
  optionsVisibility: visibility,
  willVisibility: visibility,
  willFirstStepDueOn: localDate.nullable(),
  willDueOn: localDate.nullable(),
  commitment: scale10,
  reviewOn: localDate.nullable(),
});
export type GrowFields = z.infer<typeof growFields>;
export const growChanges = growFields.partial();
export type GrowChanges = z.infer<typeof growChanges>;

/** The long texts of the GROW record, by their names in `texts.saveText`. */
export const growTexts = z.object({
  goal_topic: z.string(),
  goal_outcome: z.string(),
  goal_measure: z.string(),
  goal_why: z.string(),
  reality_facts: z.string(),
  reality_tried: z.string(),
  reality_effect: z.string(),
  reality_obstacles: z.string(),
  will_action: z.string(),
  will_first_step: z.string(),
  will_evidence: z.string(),
  commitment_raise: z.string(),
  obstacle: z.string(),
  if_then_plan: z.string(),
  support_needed: z.string(),
  support_owner: z.string(),
});
export type GrowText = keyof z.infer<typeof growTexts>;

export const commitmentStatus = z.enum(['open', 'done', 'part', 'missed', 'dropped']);
export type CommitmentStatus = z.infer<typeof commitmentStatus>;

export const commitment = z.object({
  id,
  personId: id,
  personName: z.string(),
  sessionId: id.nullable(),
  origin: z.enum(['grow', 'review', 'idp', 'pip', 'adhoc']),
  owner: party,
  text: z.string(),
  successEvidence: z.string(),
  madeOn: localDate,
  dueOn: localDate.nullable(),
  /** True when having no date was chosen on purpose. */
  isUndated: z.boolean(),
  originalDueOn: localDate.nullable(),
  movedCount: z.int(),
  /** Sessions with the person, held or skipped, that it has outlived. */
  carriedCount: z.int(),
  status: commitmentStatus,
  closedOn: localDate.nullable(),
  /** The session in which it was looked back on and settled. */
  closedSessionId: id.nullable(),
  outcomeNote: z.string(),
  deal: z.object({ id, name: z.string() }).nullable(),
  visibility,
  ageDays: z.int(),
  /** Days past the due date, while open; 0 when not overdue. */
  overdueDays: z.int(),
});
export type Commitment = z.infer<typeof commitment>;

const bySession = z.object({ sessionId: id });
const byPerson = z.object({ personId: id });
const byOption = z.object({ optionId: id });
const byCommitment = z.object({ commitmentId: id });
const reason = shortText;

export const newCommitment = z.object({
  personId: id,
  sessionId: id.nullable(),
  owner: party,
  text: shortText,
  successEvidence: optionalText,
  dueOn: localDate.nullable(),
  isUndated: z.boolean(),
  dealId: id.nullable(),
  visibility,
});
export type NewCommitment = z.infer<typeof newCommitment>;

export const commitmentChanges = newCommitment
  .pick({ owner: true, text: true, successEvidence: true, dealId: true, visibility: true })
  .extend({ dueOn: localDate.nullable(), isUndated: z.boolean() })
  .partial();
export type CommitmentChanges = z.infer<typeof commitmentChanges>;

export const settledStatus = commitmentStatus.exclude(['open']);

/** Which commitments the page shows. */
export const commitmentFilter = z.object({
  owner: party.nullable(),
  personId: id.nullable(),
  state: z.enum(['open', 'overdue', 'closed']),
});
export type CommitmentFilter = z.infer<typeof commitmentFilter>;

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

/** A question as the bank shows it. */
export const bankQuestion = z.object({
  key: z.string(),
  step: growStep,
  /** With {variables}. */
  text: bilingual,
  isOwn: z.boolean(),
  isStarred: z.boolean(),
  isHidden: z.boolean(),
});
export type BankQuestion = z.infer<typeof bankQuestion>;

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

export const coaching = {
  getOverview: query.output(coachingOverview),
  /** All sessions of a person, the latest first. */
  listPersonSessions: query
    .input(byPerson)
    .output(z.object({ asOf: instant, sessions: z.array(toldSession) })),
  getPrep: query.input(byPerson).output(prep),
  getSession: query.input(bySession).output(sessionPage),
  /** Prints the brief on one A4 page, nothing private in it; of now, or as frozen with a session. */
  printBrief: task
    .input(byPerson.extend({ sessionId: id.nullable(), language }))
    .output(documentInfo),

  planSession: command.input(byPerson.extend(sessionPlan.shape)).output(coachingSession),
  /** Changes or moves a planned session; an excused or missed one is planned again. */
  replanSession: command.input(bySession.extend(sessionPlan.shape)).output(coachingSession),
  excuseSession: command.input(bySession.extend({ reason })).output(coachingSession),
  missSession: command.input(bySession.extend({ reason })).output(coachingSession),
  removeSession: command.input(bySession),
  /** Starts the planned session, or one on the spot; freezes the brief. A running one is returned. */
  startSession: command
    .input(byPerson.extend({ sessionId: id.nullable() }))
    .output(coachingSession),
  /** `closing_incomplete` while a commitment has neither a date nor "no date" chosen. */
  completeSession: command.input(bySession).output(coachingSession),
  /** Opens a locked session for changes, today and tomorrow. */
  amendSession: command.input(bySession.extend({ reason })).output(coachingSession),

  changeGrow: command.input(bySession.extend({ changes: growChanges })),
  addOption: command.input(bySession.extend({ proposedBy: party })).output(growOption),
  /** `options_too_few` when scoring before there are three. */
  changeOption: command.input(
    byOption.extend({
      proposedBy: party.optional(),
      impact: scale5.optional(),
      feasibility: scale5.optional(),
    }),
  ),
  removeOption: command.input(byOption),
  chooseOption: command.input(byOption.extend({ isChosen: z.boolean() })),
  /** Makes a commitment of the chosen option and the will, for the person. */
  commitToWill: command.input(bySession).output(commitment),

  addPoint: command
    .input(
      byPerson.extend({
        sessionId: id.nullable(),
        text: shortText,
        source: z.enum(['manager', 'rep']),
        /** The manager's own points are private, those of the person shared, unless said here. */
        visibility: visibility.optional(),
      }),
    )
    .output(id),
  /** Keeps a line of the brief as a talking point; the same line again changes nothing. */
  pinPoint: command
    .input(byPerson.extend({ sessionId: id.nullable(), line: shortText, text: shortText }))
    .output(id),
  /** Rewords a point of the brief; by its key, since a rule's point is kept only now. */
  rewordPoint: command.input(byPerson.extend({ key: z.string(), text: optionalText })),
  /** The order of all open points, by key. */
  orderPoints: command.input(
    byPerson.extend({ sessionId: id.nullable(), keys: z.array(z.string()).max(100) }),
  ),
  dismissPoint: command.input(byPerson.extend({ key: z.string(), reason })),
  setPointState: command.input(
    z.object({ itemId: id, state: z.enum(['open', 'discussed', 'deferred']) }),
  ),
  setPointVisibility: command.input(byPerson.extend({ key: z.string(), visibility })),

  listCommitments: query.input(commitmentFilter).output(z.array(commitment)),
  addCommitment: command.input(newCommitment).output(commitment),
  /** A later date counts as moved. */
  changeCommitment: command
    .input(byCommitment.extend({ changes: commitmentChanges }))
    .output(commitment),
  settleCommitment: command
    .input(
      byCommitment.extend({
        status: settledStatus,
        /** How it went; what is left out stays. */
        note: optionalText.optional(),
        /** When it was done or given up; null takes today, or the day that is known already. */
        closedOn: localDate.nullable().default(null),
        /** The session it is looked back on in. */
        sessionId: id.nullable(),
      }),
    )
    .output(commitment),
  reopenCommitment: command.input(byCommitment).output(commitment),
  removeCommitment: command.input(byCommitment),

  listQuestions: query.output(z.array(bankQuestion)),
  addQuestion: command.input(z.object({ step: growStep, text: shortText })).output(id),
  changeQuestion: command.input(z.object({ questionId: id, text: shortText })),
  removeQuestion: command.input(z.object({ questionId: id })),
  markQuestion: command.input(
    z.object({
      key: z.string(),
      isStarred: z.boolean().optional(),
      isHidden: z.boolean().optional(),
    }),
  ),
  /** Notes which questions the margin shows, so that they do not come back too soon. */
  noteQuestions: task.input(bySession.extend({ keys: z.array(z.string()).max(20) })),
};
