import { z } from 'zod';
import { dealStatus } from './deal-filter.ts';
import { recordLink } from './deal-records.ts';
import { amountMinor, id, instant, localDate } from './fields.ts';

export const waterfallBar = z.enum([
  'new',
  'movedIn',
  'increased',
  'decreased',
  'movedOut',
  'won',
  'lost',
  'removed',
]);
export type WaterfallBar = z.infer<typeof waterfallBar>;

/** What the list of changed deals can be narrowed to: a bar, or a kind of move that has none. */
export const moveLens = z.enum([...waterfallBar.options, 'forward', 'back', 'pushed']);
export type MoveLens = z.infer<typeof moveLens>;

const term = z.object({ count: z.int(), amountMinor });

/** start + new + movedIn + increased − decreased − movedOut − won − lost − removed = end. */
export const waterfall = z.object({
  start: term,
  new: term,
  movedIn: term,
  increased: term,
  decreased: term,
  movedOut: term,
  won: term,
  lost: term,
  removed: term,
  end: term,
  /** Deals of `new` that had been closed before. */
  reopenedCount: z.int(),
  /** Won before and lost now, or the reverse. */
  correctedCount: z.int(),
});
export type Waterfall = z.infer<typeof waterfall>;

/** One side of what changed about a deal. */
export const dealSide = z.object({
  status: dealStatus,
  stageId: id,
  amountMinor,
  expectedCloseOn: localDate.nullable(),
  owner: recordLink.nullable(),
});

export type DealSide = z.infer<typeof dealSide>;

/** A deal that changed: a row behind one or more bars. */
export const dealMove = z.object({
  deal: recordLink,
  account: recordLink.nullable(),
  /** The bars it is part of; empty when only stage or date within the period changed. */
  bars: z.array(z.object({ bar: waterfallBar, amountMinor })),
  /** Null when the deal was not there yet. */
  before: dealSide.nullable(),
  /** Null when it is deleted. */
  after: dealSide.nullable(),
  /** Later expected closes within the stretch. */
  pushes: z.int(),
  lossReason: z.string(),
});
export type DealMove = z.infer<typeof dealMove>;

/** Parts of a filter that only the present knows, so that changes cannot keep to them. */
export const presentOnlyFilter = z.enum(['statuses', 'health', 'nextStep']);
export type PresentOnlyFilter = z.infer<typeof presentOnlyFilter>;

export const pipelineChanges = z.object({
  fromAt: instant,
  toAt: instant,
  /** What of the filter was left out of account. */
  ignored: z.array(presentOnlyFilter),
  waterfall,
  /** All deals that changed in some way. */
  moveCount: z.int(),
  /** Of those, the deals seen through each lens. */
  lensCounts: z.record(moveLens, z.int()),
  /** Later expected closes, over all of them. */
  pushCount: z.int(),
  /** The weightiest first; more by `listPipelineMoves`. */
  moves: z.array(dealMove),
});
export type PipelineChanges = z.infer<typeof pipelineChanges>;
