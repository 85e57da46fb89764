import { z } from 'zod';
import { briefMove, stuckReason } from './coaching-brief.ts';
import { coachingSession, coverageRow } from './coaching-sessions.ts';
import { commitment } from './commitments.ts';
import { amountMinor, id, instant, localDate } from './fields.ts';
import { query } from './procedure.ts';
import { reviewSummary } from './reviews.ts';
import { riskSummary } from './risks.ts';

/** A list cut to what one looks at; `more` counts the rest. */
function cut<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), more: z.int() });
}

const tally = z.object({ count: z.int(), amountMinor });

export const teamQuarter = z.object({
  index: z.int(),
  year: z.int(),
  /** 1 for the first seven days. */
  weekNo: z.int(),
  /** Full weeks after today. */
  weeksLeft: z.int(),
  quotaMinor: amountMinor.nullable(),
  /** Won by people with a quota. */
  quotaWonMinor: amountMinor,
  wonMinor: amountMinor,
  wonCount: z.int(),
  /** Of people with a quota, uncapped. */
  attainmentBp: z.int().nullable(),
  gapMinor: amountMinor.nullable(),
  /** Won plus the weighted open deals that are to close in the quarter. */
  forecastMinor: amountMinor,
  /** Last day of the quarter. */
  endOn: localDate,
  /** The people whose deals the figures are of, and those of them who have a quota. */
  peopleIds: z.array(id),
  quotaPeopleIds: z.array(id),
});

export const dealNews = z.object({
  move: briefMove,
  ownerName: z.string().nullable(),
  amountMinor,
});
export type DealNews = z.infer<typeof dealNews>;

export const stuckNews = z.object({
  dealId: id,
  name: z.string(),
  ownerName: z.string().nullable(),
  amountMinor,
  reasons: z.array(stuckReason),
});
export type StuckNews = z.infer<typeof stuckNews>;

export const today = z.object({
  asOf: instant,
  today: localDate,
  quarter: teamQuarter,
  /** False before the first deal was entered or imported. */
  hasDeals: z.boolean(),
  /** Sessions of today and those whose time has passed. */
  sessions: z.array(coachingSession),
  /** People with a session this week, and those who have waited too long. */
  people: z.array(coverageRow),
  /** Share of active people met in the last 30 days. */
  coverage: z.object({ part: z.int(), whole: z.int(), bp: z.int().nullable() }),
  /** Due today or overdue, the manager's own first. */
  commitments: cut(commitment),
  changes: z.object({
    /** First day of the stretch: the working day before today. */
    fromOn: localDate,
    new: tally,
    won: tally,
    lost: tally,
    forward: z.int(),
    back: z.int(),
    pushed: z.int(),
    deals: cut(dealNews),
  }),
  stuck: cut(stuckNews),
  /** Risks with a review, an action or an acceptance that is due. */
  risks: cut(riskSummary),
  /** Reviews begun and not yet final. */
  reviews: cut(reviewSummary),
});
export type Today = z.infer<typeof today>;

export const todayPlace = {
  /** What needs the manager now. */
  getToday: query.output(today),
};
