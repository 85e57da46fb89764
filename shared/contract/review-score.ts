import { z } from 'zod';

/** An exact figure: `533/160`, `3.3313` and thousandths for sorting. */
export const figure = z.object({ fraction: z.string(), fixed: z.string(), milli: z.int() });

export const itemScore = z.object({
  ref: z.string(),
  weightBp: z.int(),
  state: z.enum(['rated', 'not_applicable', 'missing']),
  source: z.enum(['score', 'curve', 'override']).nullable(),
  /** Of KPI items, never capped. */
  attainment: figure.nullable(),
  points: figure.nullable(),
  /** Weight in percent × points. */
  product: figure.nullable(),
  /** A KPI that dropped out because it has no positive target. */
  hasNoTarget: z.boolean(),
});

export const sectionScore = z.object({
  code: z.string(),
  weightBp: z.int(),
  items: z.array(itemScore),
  productTotal: figure.nullable(),
  countedWeightBp: z.int(),
  score: figure.nullable(),
  product: figure.nullable(),
  /** Only part of the items carry the section. */
  isRenormalised: z.boolean(),
});

/** The score with every term of the sum (coaching 3.5), so that anyone can repeat it by hand. */
export const reviewScore = z.object({
  sections: z.array(sectionScore),
  productTotal: figure.nullable(),
  countedWeightBp: z.int(),
  isRenormalised: z.boolean(),
  raw: figure.nullable(),
  adjMilli: z.int(),
  isAdjCapped: z.boolean(),
  adjusted: figure.nullable(),
  isCalibrated: z.boolean(),
  final: figure.nullable(),
  /** Rounded once, half up: 352 = 3.52. */
  finalCenti: z.int().nullable(),
  /** 7,036 = 70.36 of 100. */
  hundredCenti: z.int().nullable(),
  band: z.string().nullable(),
});
export type ReviewScoreView = z.infer<typeof reviewScore>;

/** One thing that keeps a review from being final, with the place to mend it. */
export const finaliseProblem = z.discriminatedUnion('code', [
  z.object({ code: z.literal('section_weights'), totalBp: z.int() }),
  z.object({ code: z.literal('item_weights'), sectionCode: z.string(), totalBp: z.int() }),
  z.object({
    code: z.enum([
      'item_unscored',
      'na_reason_missing',
      'comment_missing',
      'score_off_scale',
      'override_reason_missing',
    ]),
    sectionCode: z.string(),
    itemRef: z.string(),
  }),
  z.object({ code: z.literal('nothing_scored') }),
  z.object({ code: z.literal('curve_invalid') }),
  z.object({
    code: z.literal('adjustment_over_cap'),
    adjMilli: z.int(),
    capMilli: z.int(),
  }),
  z.object({ code: z.literal('adjustment_reason_missing') }),
  z.object({
    code: z.literal('calibration_reason_short'),
    length: z.int(),
    needed: z.int(),
  }),
  z.object({ code: z.literal('calibration_off_scale'), calibratedMilli: z.int() }),
  z.object({ code: z.literal('draft_marker'), field: z.string(), marker: z.string() }),
  z.object({ code: z.literal('evidence_not_seen') }),
  z.object({ code: z.literal('evidence_private'), evidenceId: z.string(), itemRef: z.string() }),
]);
export type FinaliseProblemView = z.infer<typeof finaliseProblem>;
