import { z } from 'zod';
import { dealStatus, forecastCategory, nextStepState } from './deal-filter.ts';
import { dealHealth } from './deal-warnings.ts';
import {
  amountMinor,
  basisPoints,
  id,
  instant,
  localDate,
  longText,
  optionalText,
  shortText,
} from './fields.ts';

/** A record as a link shows it. */
export const recordLink = z.object({ id, name: z.string() });
export type RecordLink = z.infer<typeof recordLink>;

/** A deal as board and table show it. */
export const dealSummary = z.object({
  id,
  name: z.string(),
  account: recordLink.nullable(),
  owner: recordLink.nullable(),
  product: recordLink.nullable(),
  stageId: id,
  status: dealStatus,
  amountMinor,
  weightedMinor: amountMinor,
  probabilityBp: basisPoints,
  /** True when a person set it; it no longer follows the stage. */
  isProbabilitySet: z.boolean(),
  forecastCategory,
  isCategorySet: z.boolean(),
  openedOn: localDate.nullable(),
  expectedCloseOn: localDate.nullable(),
  closedOn: localDate.nullable(),
  /** Null when nobody knows since when; for closed deals too. */
  daysInStage: z.int().nullable(),
  /** What won deals spent in this stage: the owner's, or the team's where those are too few. */
  stageMedian: z.object({ days: z.number().nullable(), basis: z.enum(['own', 'team']) }),
  pushCount: z.int(),
  nextStep: z.object({
    state: nextStepState,
    text: z.string(),
    on: localDate.nullable(),
  }),
  source: z.string(),
  lossReason: z.string(),
  lastActivityAt: instant.nullable(),
  snoozedUntilOn: localDate.nullable(),
  /** Null for closed deals. */
  health: dealHealth.nullable(),
});
export type DealSummary = z.infer<typeof dealSummary>;

/** What a person can say about a deal; empty text and null mean not known. */
export const dealFacts = z.object({
  name: shortText,
  accountId: id.nullable(),
  ownerId: id.nullable(),
  productId: id.nullable(),
  amountMinor,
  /** Null follows the stage. */
  probabilityBp: basisPoints.nullable(),
  /** Null follows the stage. */
  forecastCategory: forecastCategory.nullable(),
  openedOn: localDate.nullable(),
  expectedCloseOn: localDate.nullable(),
  nextStep: optionalText,
  nextStepOn: localDate.nullable(),
  source: optionalText,
});
export type DealFacts = z.infer<typeof dealFacts>;

/** Why deals are lost; the words are `deals:lossReason.<code>`. Imports may bring others. */
export const lossReason = z.enum([
  'price',
  'competitor',
  'no_budget',
  'no_decision',
  'timing',
  'product_gap',
  'terms',
  'relationship',
  'service',
  'internal_change',
  'not_qualified',
  'other',
]);
export type LossReason = z.infer<typeof lossReason>;

export function isLossReason(text: string): text is LossReason {
  return lossReason.safeParse(text).success;
}

/** Only for deals that are closed. */
export const closingFacts = z.object({
  closedOn: localDate,
  amountMinor,
  /** A code of the list or free text; needed to lose a deal. */
  lossReason: optionalText,
  lossCompetitor: optionalText,
  closeNote: longText,
});
export type ClosingFacts = z.infer<typeof closingFacts>;

/** One change in a deal's history: the state before and after. */
export const dealStateAt = z.object({
  stageId: id,
  status: dealStatus,
  amountMinor,
  probabilityBp: basisPoints,
  forecastCategory,
  expectedCloseOn: localDate.nullable(),
  owner: recordLink.nullable(),
});
export const dealChange = z.object({
  id,
  at: instant,
  cause: z.enum(['created', 'moved', 'edited', 'closed', 'reopened', 'imported', 'bulk']),
  before: dealStateAt.nullable(),
  after: dealStateAt,
  daysInFromStage: z.int().nullable(),
  reason: z.string().nullable(),
});
export type DealChange = z.infer<typeof dealChange>;

/** One step of the path through the pipeline. */
export const stageVisit = z.object({
  stageId: id,
  /** Whole days spent in it so far, over all visits; null when it was never entered or unknown. */
  days: z.int().nullable(),
  /** How often it was entered. */
  visits: z.int(),
  medianDays: z.number().nullable(),
});

export const deal = dealSummary.extend({
  pipelineId: id,
  nextStepText: z.string(),
  nextStepOn: localDate.nullable(),
  lossCompetitor: z.string(),
  closeNote: z.string(),
  note: z.string(),
  snoozeReason: z.string(),
  nextActivityAt: instant.nullable(),
  /** What the probability would be if it followed the stage. */
  stageProbabilityBp: basisPoints,
  stageForecastCategory: forecastCategory,
  path: z.array(stageVisit),
  /** Moves to an earlier stage. */
  backMoves: z.int(),
  /** Newest first. */
  changes: z.array(dealChange),
  createdAt: instant,
});
export type Deal = z.infer<typeof deal>;
