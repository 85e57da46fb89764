import { z } from 'zod';
import { documentInfo } from './documents.ts';
import {
  amountMinor,
  basisPoints,
  id,
  language,
  localDate,
  optionalText,
  shortText,
} from './fields.ts';
import { command, query, task } from './procedure.ts';

/** Probability or impact on the scale of the criteria, 1 (lowest) to 5. */
export const score1to5 = z.int().min(1).max(5);

export const riskKind = z.enum(['threat', 'opportunity']);
export const riskCategory = z.enum([
  'contract',
  'anti_bribery',
  'promises',
  'personal_data',
  'credit',
  'concentration',
  'competitor',
  'people',
  'delivery',
  'pricing',
  'channel',
  'forecast',
  'supply',
  'data_quality',
  'deal',
  'other',
]);
export const riskStatus = z.enum([
  'identified',
  'assessed',
  'treating',
  'monitoring',
  'closed',
  'materialised',
]);
export const riskLevel = z.enum(['low', 'medium', 'high', 'extreme']);
export const riskStage = z.enum(['inherent', 'current', 'target']);
export type RiskStage = z.infer<typeof riskStage>;
export const threatTreatments = ['avoid', 'reduce', 'transfer', 'accept'] as const;
export const opportunityTreatments = ['exploit', 'enhance', 'share', 'accept'] as const;
export const riskTreatment = z.enum([...threatTreatments, 'exploit', 'enhance', 'share']);
/** The warnings about deals that the register takes up (analytics 4.4). */
export const riskRule = z.enum(['no_activity', 'no_next_step', 'close_date_passed', 'pushed']);

export const riskScore = z.object({ probability: score1to5, impact: score1to5 });
export type RiskScore = z.infer<typeof riskScore>;

export const riskLink = z.object({
  kind: z.enum(['deal', 'account', 'person']),
  id,
  name: z.string(),
});

export const riskAction = z.object({
  id,
  text: z.string(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  dueOn: localDate.nullable(),
  status: z.enum(['open', 'done', 'dropped']),
  doneOn: localDate.nullable(),
  outcome: z.string(),
  isOverdue: z.boolean(),
});

export const riskSummary = z.object({
  id,
  /** Running number in the register, as people quote it: R-12. */
  number: z.int(),
  title: z.string(),
  kind: riskKind,
  category: riskCategory,
  status: riskStatus,
  /** Null when the manager owns it. */
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  inherent: riskScore.nullable(),
  current: riskScore.nullable(),
  target: riskScore.nullable(),
  /** Level of the current score; null before assessment. */
  level: riskLevel.nullable(),
  probabilityBp: basisPoints.nullable(),
  lossMinor: amountMinor.nullable(),
  /** Expected monetary value: probability × loss, minor units; null when not estimated. */
  emvMinor: amountMinor.nullable(),
  /** How fast it would strike, 1 (years) to 5 (days). */
  velocity: score1to5.nullable(),
  treatment: riskTreatment.nullable(),
  openActions: z.int(),
  overdueActions: z.int(),
  nextReviewOn: localDate,
  isReviewOverdue: z.boolean(),
  /** Acceptance runs out within 14 days or has run out. */
  isAcceptanceEnding: z.boolean(),
  links: z.array(riskLink),
});
export type RiskSummary = z.infer<typeof riskSummary>;

/** What contradicts itself in a risk; shown beside the scores, never blocks. */
export const riskWarning = z.enum([
  'current_above_inherent',
  'target_above_current',
  'no_action_for_reduce',
  'acceptance_ended',
]);

export const riskDetail = riskSummary.extend({
  cause: z.string(),
  event: z.string(),
  consequence: z.string(),
  existingControls: z.string(),
  contingency: z.string(),
  identifiedOn: localDate,
  acceptedBy: z.string().nullable(),
  acceptanceReason: z.string().nullable(),
  acceptedUntilOn: localDate.nullable(),
  /** Null takes the rhythm of the level: 7, 30, 90 or 180 days. */
  reviewEveryDays: z.int().nullable(),
  lastReviewedOn: localDate.nullable(),
  closedOn: localDate.nullable(),
  closeReason: z.string().nullable(),
  ruleCode: riskRule.nullable(),
  actions: z.array(riskAction),
  reviews: z.array(
    z.object({
      id,
      reviewedOn: localDate,
      note: z.string(),
      before: riskScore.nullable(),
      after: riskScore.nullable(),
    }),
  ),
  warnings: z.array(riskWarning),
});
export type RiskDetail = z.infer<typeof riskDetail>;

export const riskLinkTarget = z.object({ kind: z.enum(['deal', 'account', 'person']), id });
export type RiskLinkTarget = z.infer<typeof riskLinkTarget>;

export const newRisk = z.object({
  title: shortText,
  kind: riskKind.default('threat'),
  category: riskCategory,
  ownerId: id.nullable().default(null),
  current: riskScore.nullable().default(null),
  links: z.array(riskLinkTarget).max(50).default([]),
  ruleCode: riskRule.nullable().default(null),
});

export const riskChanges = z.object({
  id,
  title: shortText.optional(),
  kind: riskKind.optional(),
  category: riskCategory.optional(),
  status: riskStatus.exclude(['closed']).optional(),
  ownerId: id.nullable().optional(),
  identifiedOn: localDate.optional(),
  inherent: riskScore.nullable().optional(),
  current: riskScore.nullable().optional(),
  target: riskScore.nullable().optional(),
  probabilityBp: basisPoints.nullable().optional(),
  lossMinor: amountMinor.min(0).nullable().optional(),
  velocity: score1to5.nullable().optional(),
  reviewEveryDays: z.int().min(1).max(366).nullable().optional(),
  nextReviewOn: localDate.optional(),
});
export type RiskChanges = z.infer<typeof riskChanges>;

/** Accepting a risk needs who, why and until when; it then comes up again by itself. */
export const treatmentChoice = z.discriminatedUnion('treatment', [
  z.object({
    id,
    treatment: z.literal('accept'),
    acceptedBy: shortText,
    reason: shortText,
    untilOn: localDate,
  }),
  z.object({ id, treatment: riskTreatment.exclude(['accept']).nullable() }),
]);

export const riskFilter = z.object({
  text: optionalText.optional(),
  status: z.enum(['active', 'closed', 'all']).default('active'),
  kind: riskKind.optional(),
  category: riskCategory.optional(),
  ownerId: id.optional(),
  /** One cell of the heat map. */
  cell: riskScore.extend({ stage: riskStage }).optional(),
  linkedTo: riskLinkTarget.optional(),
  overdueOnly: z.boolean().default(false),
});
export type RiskFilter = z.input<typeof riskFilter>;

const expectedTotal = z.object({
  /** Σ probability × amount of those estimated, minor units. */
  totalMinor: amountMinor,
  estimated: z.int(),
  /** All that could have an estimate: the open ones of the kind. */
  of: z.int(),
});
export type ExpectedTotal = z.infer<typeof expectedTotal>;

export const riskRegister = z.object({
  asOf: localDate,
  /** In the order of attention: overdue reviews, then level, EMV and velocity. */
  risks: z.array(riskSummary),
  /** Over the same filter but for `cell`, so that the map stays whole; unscored risks apart. */
  cells: z.array(riskScore.extend({ stage: riskStage, count: z.int(), riskIds: z.array(id) })),
  unscored: z.object({ inherent: z.int(), current: z.int(), target: z.int() }),
  total: z.int(),
  overdueReviews: z.int(),
  /** Of open threats. */
  expectedLoss: expectedTotal,
  /** Of open opportunities: no loss they could be set against. */
  expectedGain: expectedTotal,
});
export type RiskRegister = z.infer<typeof riskRegister>;

/** A deal that the warnings point at and the register does not hold yet. */
export const riskSuggestion = z.object({
  dealId: id,
  dealName: z.string(),
  accountName: z.string().nullable(),
  ownerName: z.string().nullable(),
  amountMinor,
  level: z.enum(['at_risk', 'critical']),
  /** Health score of the deal, 50–100. */
  score: z.int(),
  /** The rules that fired with their number, most points first: days of silence, pushes, … */
  reasons: z.array(z.object({ rule: riskRule, value: z.int().nullable() })),
});
export type RiskSuggestion = z.infer<typeof riskSuggestion>;

export const risks = {
  getRegister: query.input(riskFilter).output(riskRegister),
  getRisk: query.input(z.object({ id })).output(riskDetail),
  addRisk: command.input(newRisk).output(riskDetail),
  changeRisk: command.input(riskChanges).output(riskDetail),
  chooseTreatment: command.input(treatmentChoice).output(riskDetail),
  linkRisk: command.input(z.object({ id, to: riskLinkTarget })).output(riskDetail),
  unlinkRisk: command.input(z.object({ id, from: riskLinkTarget })).output(riskDetail),
  addAction: command
    .input(
      z.object({
        riskId: id,
        text: shortText,
        ownerId: id.nullable().default(null),
        dueOn: localDate.nullable().default(null),
      }),
    )
    .output(riskDetail),
  changeAction: command
    .input(
      z.object({
        id,
        text: shortText.optional(),
        ownerId: id.nullable().optional(),
        dueOn: localDate.nullable().optional(),
        status: riskAction.shape.status.optional(),
        outcome: optionalText.optional(),
      }),
    )
    .output(riskDetail),
  /** Records that the risk was looked at, with a new current score where it moved. */
  reviewRisk: command
    .input(z.object({ id, note: optionalText.default(''), current: riskScore.optional() }))
    .output(riskDetail),
  closeRisk: command.input(z.object({ id, reason: shortText })).output(riskDetail),
  reopenRisk: command.input(z.object({ id })).output(riskDetail),
  deleteRisk: command.input(z.object({ id })),
  /** What the deal warnings propose, worst first; at most 200, with the full count. */
  listSuggestions: query.output(z.object({ suggestions: z.array(riskSuggestion), total: z.int() })),
  /** Hides the suggestion for a deal until a day, with the reason. */
  dismissSuggestion: command.input(z.object({ dealId: id, reason: shortText, untilOn: localDate })),
  /** Takes deals into the register, one risk each, with the rules that fired as its cause. */
  acceptSuggestions: command
    .input(z.object({ dealIds: z.array(id).min(1).max(200) }))
    .output(z.array(riskDetail)),
  /** Makes the register as a PDF and keeps it among the documents. */
  printRegister: task.input(z.object({ filter: riskFilter, language })).output(documentInfo),
  /** The same as a workbook: method, register, actions. */
  exportRegister: task.input(z.object({ filter: riskFilter, language })).output(documentInfo),
};
