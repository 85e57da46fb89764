import { z } from 'zod';
import { amountMinor, basisPoints, id, instant, localDate } from './fields.ts';

/** Text that the app supplies, in both languages. */
export const bilingual = z.object({ 'zh-CN': z.string(), en: z.string() });
export type Bilingual = z.infer<typeof bilingual>;

const party = z.enum(['rep', 'manager']);
const visibility = z.enum(['private', 'shared']);

/** Why a deal is stuck, with the numbers of the rule that fired. */
export const stuckReason = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('slow_stage'),
    days: z.int(),
    medianDays: z.number(),
    basis: z.enum(['own', 'team']),
    n: z.int(),
  }),
  z.object({ code: z.literal('no_activity'), days: z.int() }),
  z.object({ code: z.literal('pushed'), times: z.int() }),
  z.object({ code: z.literal('close_date_passed'), days: z.int() }),
  z.object({ code: z.literal('no_next_step') }),
]);
export type StuckReason = z.infer<typeof stuckReason>;

/** Kinds of activity that are compared with the person's own usual. */
export const activityMeasure = z.enum(['meetings', 'contacts']);
export type ActivityMeasure = z.infer<typeof activityMeasure>;

/** The fact behind a talking point. */
export const talkingFact = z.discriminatedUnion('rule', [
  z.object({
    rule: z.literal('overdue_commitment'),
    commitmentId: id,
    owner: party,
    text: z.string(),
    overdueDays: z.int(),
    movedCount: z.int(),
    visibility,
  }),
  z.object({
    rule: z.literal('stuck_deal'),
    dealId: id,
    name: z.string(),
    amountMinor,
    reasons: z.array(stuckReason),
  }),
  z.object({
    rule: z.literal('baseline_drop'),
    measure: activityMeasure,
    meanMilli: z.int(),
    recentMilli: z.int(),
    deltaBp: z.int(),
    n: z.int(),
  }),
  z.object({
    rule: z.literal('praise_won'),
    dealId: id,
    name: z.string(),
    amountMinor,
    wonOn: localDate,
  }),
  z.object({
    rule: z.literal('praise_kept'),
    commitmentId: id,
    text: z.string(),
    closedOn: localDate,
    visibility,
  }),
]);
export type TalkingFact = z.infer<typeof talkingFact>;

/** Something to talk about: picked by a rule, carried over, or written by the manager. */
export const talkingPoint = z.object({
  /** `<rule>:<record>` while the rule alone proposes it, else the id of the kept point. */
  key: z.string(),
  /** Null until the manager touches it. */
  itemId: id.nullable(),
  /** The line of the brief it stands for, `<rule>:<record>`; null for the manager's own. */
  line: z.string().nullable(),
  source: z.enum(['rule', 'carried', 'manager', 'rep']),
  /** The manager's words; empty while the fact speaks for itself. */
  text: z.string(),
  fact: talkingFact.nullable(),
  state: z.enum(['open', 'discussed', 'deferred', 'dropped']),
  dropReason: z.string().nullable(),
  visibility,
  carriedCount: z.int(),
});
export type TalkingPoint = z.infer<typeof talkingPoint>;

/** A share that keeps its counts; null without any to share. */
export const briefRatio = z.object({ part: z.int(), whole: z.int(), bp: basisPoints.nullable() });

export const briefCommitment = z.object({
  id,
  owner: party,
  text: z.string(),
  status: z.enum(['open', 'done', 'part', 'missed', 'dropped']),
  dueOn: localDate.nullable(),
  closedOn: localDate.nullable(),
  ageDays: z.int(),
  overdueDays: z.int(),
  movedCount: z.int(),
  carriedCount: z.int(),
  outcomeNote: z.string(),
  visibility,
});
export type BriefCommitment = z.infer<typeof briefCommitment>;

/** Figures of the fiscal quarter; null where one is not known, which is never zero. */
export const briefNumbers = z.object({
  quarterStartOn: localDate,
  quarterEndOn: localDate,
  /** Full weeks after today. */
  weeksLeft: z.int(),
  quotaMinor: amountMinor.nullable(),
  /** Null for someone who never had a deal, as are the other figures of deals. */
  wonMinor: amountMinor.nullable(),
  wonCount: z.int(),
  /** Uncapped. */
  attainmentBp: z.int().nullable(),
  /** Quota less won; 0 once it is reached. */
  gapMinor: amountMinor.nullable(),
  openMinor: amountMinor.nullable(),
  openCount: z.int(),
  /** Open pipeline ÷ gap in hundredths: 296 = 2.96. */
  coveragePct: z.int().nullable(),
  /** Won plus the weighted open deals that are to close in the quarter. */
  forecastMinor: amountMinor.nullable(),
  /** The same figure in the last session's brief, when it was of the same quarter. */
  lastForecastMinor: amountMinor.nullable(),
});
export type BriefNumbers = z.infer<typeof briefNumbers>;

const dealChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['new', 'reopened', 'won', 'lost', 'removed', 'moved_in', 'moved_out']),
    amountMinor,
  }),
  z.object({
    kind: z.enum(['stage_forward', 'stage_back']),
    from: bilingual,
    to: bilingual,
  }),
  z.object({ kind: z.literal('amount'), fromMinor: amountMinor, toMinor: amountMinor }),
  z.object({
    kind: z.literal('close_date'),
    fromOn: localDate.nullable(),
    toOn: localDate.nullable(),
  }),
]);
export type BriefDealChange = z.infer<typeof dealChange>;

/** One of the biggest moves of the pipeline since the last session. */
export const briefMove = z.object({
  dealId: id,
  name: z.string(),
  changes: z.array(dealChange),
  /** How often its close date was pushed in the stretch. */
  pushes: z.int(),
  /** Of a lost deal, where one was given. */
  lossReason: z.string(),
});
export type BriefMove = z.infer<typeof briefMove>;

/** start + new − won − lost + changed + moved = end, to the cent. */
export const briefPipeline = z.object({
  /** End of the last session, or without one the start of the quarter. */
  since: instant,
  isSinceSession: z.boolean(),
  startMinor: amountMinor,
  newMinor: amountMinor,
  wonMinor: amountMinor,
  lostMinor: amountMinor,
  changedMinor: amountMinor,
  movedMinor: amountMinor,
  endMinor: amountMinor,
  moves: z.array(briefMove),
  moreMoves: z.int(),
  /** Pushes of all deals in the stretch. */
  pushCount: z.int(),
});
export type BriefPipeline = z.infer<typeof briefPipeline>;

export const briefStuckDeal = z.object({
  dealId: id,
  name: z.string(),
  amountMinor,
  stage: bilingual,
  stageDays: z.int().nullable(),
  /** Of won deals in the stage; null without any. */
  medianDays: z.number().nullable(),
  lastActivityOn: localDate.nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: localDate.nullable(),
  reasons: z.array(stuckReason),
});
export type BriefStuckDeal = z.infer<typeof briefStuckDeal>;

export const briefActivity = z.object({
  measure: activityMeasure,
  weeks: z.array(
    z.object({
      weekOn: localDate,
      count: z.int(),
      state: z.enum(['counted', 'leave', 'before_joining']),
    }),
  ),
  status: z.enum(['ok', 'too_short']),
  /** Weeks behind the mean. */
  n: z.int(),
  /** Thousandths of an activity a week. */
  meanMilli: z.int().nullable(),
  recentMilli: z.int().nullable(),
  /** First day of the recent stretch. */
  recentFromOn: localDate,
  deltaBp: z.int().nullable(),
  flag: z.enum(['up', 'down']).nullable(),
});
export type BriefActivity = z.infer<typeof briefActivity>;

export const briefQuestion = z.object({
  key: z.string(),
  text: bilingual,
  isStarred: z.boolean(),
  /** Asked in one of the last three sessions; shown only when nothing else is left. */
  isRepeat: z.boolean(),
});
export type BriefQuestion = z.infer<typeof briefQuestion>;

export const cadenceStatus = z.enum(['ok', 'due', 'overdue', 'neglected', 'new', 'paused']);
export type CadenceStatus = z.infer<typeof cadenceStatus>;

export const brief = z.object({
  asOf: instant,
  currency: z.string(),
  person: z.object({
    id,
    name: z.string(),
    roleTitle: z.string(),
    level: z.string(),
    team: z.string(),
    joinedOn: localDate.nullable(),
  }),
  /** Which session this one is. */
  sessionNo: z.int(),
  last: z.object({ sessionId: id, sessionNo: z.int(), on: localDate }).nullable(),
  cadence: z.object({
    status: cadenceStatus,
    everyDays: z.int(),
    /** Days since the last session, leave not counted; null when none is known. */
    daysSince: z.int().nullable(),
    daysLate: z.int(),
  }),
  points: z.array(talkingPoint),
  /** Proposals beyond those. */
  morePoints: z.int(),
  commitments: z.array(briefCommitment),
  followThrough: z.object({ days: z.int(), rep: briefRatio, manager: briefRatio }),
  numbers: briefNumbers,
  /** Null for someone who never had a deal. */
  pipeline: briefPipeline.nullable(),
  stuck: z.object({ deals: z.array(briefStuckDeal), more: z.int(), openCount: z.int() }),
  activity: z.array(briefActivity),
  questions: z.object({
    goal: briefQuestion.nullable(),
    reality: briefQuestion.nullable(),
    options: briefQuestion.nullable(),
    will: briefQuestion.nullable(),
  }),
});
export type Brief = z.infer<typeof brief>;
