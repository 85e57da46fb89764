import { z } from 'zod';
import { bilingual, briefActivity, briefRatio, cadenceStatus } from './coaching-brief.ts';
import { coachingSession } from './coaching-sessions.ts';
import { amountMinor, id, instant, localDate } from './fields.ts';
import { newPerson, person, personChanges, personSummary } from './person-records.ts';
import { command, query } from './procedure.ts';

const byPerson = z.object({ personId: id });
const leaveDays = z.object({ fromOn: localDate, toOn: localDate });

/** One cell of the quota grid; null clears it. */
export const quotaCell = z.object({
  personId: id,
  periodStartOn: localDate,
  amountMinor: amountMinor.min(0).nullable(),
});
export type QuotaCell = z.infer<typeof quotaCell>;

const quarter = z.object({
  /** 1–4 within the fiscal year. */
  index: z.int().min(1).max(4),
  startOn: localDate,
  endOn: localDate,
});

export const quotaGrid = z.object({
  /** The fiscal year's name. */
  year: z.int(),
  quarters: z.array(quarter),
  rows: z.array(
    z.object({
      person: personSummary,
      /** One for each quarter, null where none is set. */
      amountsMinor: z.array(amountMinor.nullable()),
      /** Beside each amount: what there is to know about it. */
      marks: z.array(
        z.object({
          /** It comes of quotas that were set for other periods, divided by months. */
          isDivided: z.boolean(),
          /** Months of the quarter without a quota, `YYYY-MM`. */
          missingMonths: z.array(z.string()),
        }),
      ),
      /** Of the quarters that have one; null when none has. */
      totalMinor: amountMinor.nullable(),
    }),
  ),
  /** One for each quarter, over all rows. */
  totalsMinor: z.array(amountMinor.nullable()),
});
export type QuotaGrid = z.infer<typeof quotaGrid>;

/** A person's fiscal quarter in figures; null where one is not known, which is never zero. */
export const salesFigures = z.object({
  quotaMinor: amountMinor.nullable(),
  wonMinor: amountMinor,
  wonCount: z.int(),
  /** Won ÷ quota, uncapped. */
  attainmentBp: z.int().nullable(),
  gapMinor: amountMinor.nullable(),
  openMinor: amountMinor,
  openCount: z.int(),
  /** Open pipeline ÷ gap in hundredths. */
  coveragePct: z.int().nullable(),
  /** Won plus the weighted open deals that are to close in the quarter. */
  forecastMinor: amountMinor,
});

/** How many open deals stand at each level of health. */
export const healthCounts = z.object({
  fine: z.int(),
  watch: z.int(),
  at_risk: z.int(),
  critical: z.int(),
});
export type HealthCounts = z.infer<typeof healthCounts>;

/** Where a person stands in the rhythm of one-on-ones. */
export const coachingState = z.object({
  status: cadenceStatus,
  everyDays: z.int(),
  daysSince: z.int().nullable(),
  daysLate: z.int(),
  lastOn: localDate.nullable(),
  next: coachingSession.nullable(),
  running: coachingSession.nullable(),
  openCommitments: z.int(),
  overdueCommitments: z.int(),
});
export type CoachingState = z.infer<typeof coachingState>;

export const teamRow = z.object({
  person: personSummary,
  figures: salesFigures,
  health: healthCounts,
  /** Null for someone the manager does not coach, or who left. */
  coaching: coachingState.nullable(),
});
export type TeamRow = z.infer<typeof teamRow>;

export const team = z.object({
  asOf: localDate,
  quarter: quarter.extend({ year: z.int() }),
  rows: z.array(teamRow),
  /** Of all rows and of those who left in the quarter; the attainment only of people with a quota. */
  totals: z.object({
    quotaMinor: amountMinor.nullable(),
    quotaPeople: z.int(),
    wonMinor: amountMinor,
    wonCount: z.int(),
    attainmentBp: z.int().nullable(),
    openMinor: amountMinor,
    openCount: z.int(),
  }),
});
export type Team = z.infer<typeof team>;

/** Something that happened with a person. */
export const timelineEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('session'),
    id,
    at: instant,
    session: coachingSession,
    /** What it was about, where that is shared. */
    topic: z.string(),
    /** True when the topic is private. */
    isPrivate: z.boolean(),
    commitmentsMade: z.int(),
    commitmentsDone: z.int(),
  }),
  z.object({
    kind: z.enum(['commitment_made', 'commitment_closed']),
    id,
    at: instant,
    text: z.string(),
    owner: z.enum(['rep', 'manager']),
    status: z.enum(['open', 'done', 'part', 'missed', 'dropped']),
    isPrivate: z.boolean(),
  }),
  z.object({
    kind: z.enum(['deal_new', 'deal_won', 'deal_lost', 'deal_reopened']),
    id,
    at: instant,
    dealId: id,
    name: z.string(),
    amountMinor,
    lossReason: z.string(),
  }),
  z.object({
    kind: z.literal('deal_stage'),
    id,
    at: instant,
    dealId: id,
    name: z.string(),
    from: bilingual,
    to: bilingual,
  }),
  z.object({
    kind: z.literal('deal_pushed'),
    id,
    at: instant,
    dealId: id,
    name: z.string(),
    fromOn: localDate,
    toOn: localDate,
  }),
]);
export type TimelineEvent = z.infer<typeof timelineEvent>;

export const personPage = z.object({
  asOf: localDate,
  person,
  quarter: quarter.extend({ year: z.int() }),
  figures: salesFigures,
  health: healthCounts,
  coaching: coachingState.nullable(),
  followThrough: z.object({ days: z.int(), rep: briefRatio, manager: briefRatio }),
  activity: z.array(briefActivity),
  /** True when nothing belongs to the person, so that they can be removed. */
  canRemove: z.boolean(),
});
export type PersonPage = z.infer<typeof personPage>;

export const people = {
  /** Figures, rhythm and health of everyone in the team. */
  getTeam: query.output(team),
  /** All that a person's page shows first. */
  getPersonPage: query.input(byPerson).output(personPage),
  /** The last things that happened with a person, the newest first. */
  listTimeline: query
    .input(byPerson.extend({ limit: z.int().min(1).max(2000).default(40) }))
    .output(z.array(timelineEvent)),
  /** Everyone by name; those who left only when asked for. */
  listPeople: query
    .input(z.object({ includeLeft: z.boolean().default(false) }))
    .output(z.array(personSummary)),
  getPerson: query.input(byPerson).output(person),
  addPerson: command.input(newPerson).output(person),
  /** Changes the given facts and leaves the others. */
  changePerson: command.input(byPerson.extend({ changes: personChanges })).output(person),
  /** The person leaves the team: the past stays, planned sessions after that day are excused. */
  recordLeaving: command.input(byPerson.extend({ leftOn: localDate })).output(person),
  /** Takes a leaving back: the person is in the team. */
  recordReturn: command.input(byPerson).output(person),
  /** Removes someone added by mistake; `person_in_use` when anything belongs to them. */
  removePerson: command.input(byPerson),
  addLeave: command.input(byPerson.extend(leaveDays.shape)).output(person),
  changeLeave: command.input(z.object({ leaveId: id }).extend(leaveDays.shape)).output(person),
  removeLeave: command.input(z.object({ leaveId: id })).output(person),
  /** Quotas by quarter; the fiscal year of today when none is named. */
  getQuotaGrid: query.input(z.object({ year: z.int().nullable() })).output(quotaGrid),
  /** Sets quotas for whole fiscal quarters, all in one step of undo. */
  setQuotas: command.input(z.object({ cells: z.array(quotaCell).min(1).max(1000) })),
};
