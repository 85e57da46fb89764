import { z } from 'zod';
import { amountMinor, id, localDate } from './fields.ts';

export const dealStatus = z.enum(['open', 'won', 'lost']);
export type DealStatus = z.infer<typeof dealStatus>;
export const forecastCategory = z.enum(['omitted', 'pipeline', 'best_case', 'commit', 'closed']);
export const healthLevel = z.enum(['fine', 'watch', 'at_risk', 'critical']);
export type HealthLevel = z.infer<typeof healthLevel>;

/** Whether a deal's next step is ahead, due within two days, overdue, or not there. */
export const nextStepState = z.enum(['planned', 'due', 'overdue', 'none']);
export type NextStepState = z.infer<typeof nextStepState>;

export const closePeriod = z.enum([
  'this_month',
  'next_month',
  'this_quarter',
  'next_quarter',
  'this_year',
  'overdue',
  'no_date',
  'custom',
]);
export type ClosePeriod = z.infer<typeof closePeriod>;

/** Which closed deals belong beside the open ones. */
export const closedWithin = z.enum(['this_month', 'this_quarter', 'this_year', 'ever']);
export type ClosedWithin = z.infer<typeof closedWithin>;

/** A record, or `none` for deals that have none. */
const idOrNone = z.union([z.literal('none'), id]);

/**
 * One filter for board, table, changes, totals, bulk edits and exports. What is absent or empty
 * does not restrict. Periods are of the fiscal year and are resolved on the day of asking.
 */
export const dealFilter = z.object({
  pipelineId: id.optional(),
  stageIds: z.array(id).optional(),
  statuses: z.array(dealStatus).optional(),
  closedWithin: closedWithin.optional(),
  ownerIds: z.array(idOrNone).optional(),
  teams: z.array(z.string()).optional(),
  accountIds: z.array(idOrNone).optional(),
  productIds: z.array(idOrNone).optional(),
  categories: z.array(forecastCategory).optional(),
  /** Expected close of open deals, day of closing of closed ones. */
  closePeriod: closePeriod.optional(),
  /** Both ends included; only with the period `custom`. */
  closeFrom: localDate.optional(),
  closeTo: localDate.optional(),
  amountFrom: amountMinor.optional(),
  amountTo: amountMinor.optional(),
  /** Open deals of these levels only. */
  health: z.array(healthLevel).optional(),
  /** Open deals only. */
  nextStep: z.array(nextStepState).optional(),
  /** In the name of the deal, its account or its owner. */
  text: z.string().max(200).optional(),
});
export type DealFilter = z.infer<typeof dealFilter>;

/** What can be sorted by; also the table's columns. */
export const dealColumn = z.enum([
  'name',
  'account',
  'owner',
  'stage',
  'amount',
  'weighted',
  'probability',
  'category',
  'closeOn',
  'daysInStage',
  'health',
  'nextStep',
  'lastActivity',
  'pushes',
  'product',
  'source',
  'openedOn',
  'closedOn',
  'lossReason',
]);
export type DealColumn = z.infer<typeof dealColumn>;

export const dealSort = z.object({ by: dealColumn, descending: z.boolean() });
export type DealSort = z.infer<typeof dealSort>;

export const dealGrouping = z.enum(['stage', 'owner', 'account', 'closeMonth']);
export type DealGrouping = z.infer<typeof dealGrouping>;

export const dealTotals = z.object({
  count: z.int(),
  sumMinor: z.int(),
  /** Σ amount × probability, rounded once. */
  weightedMinor: z.int(),
});
export type DealTotals = z.infer<typeof dealTotals>;
