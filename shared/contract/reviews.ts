import { z } from 'zod';
import { documentCopy, documentInfo, documentLanguage } from './documents.ts';
import { basisPoints, currencyCode, id, instant, localDate, shortText } from './fields.ts';
import { command, query, task } from './procedure.ts';
import { finaliseProblem, reviewScore } from './review-score.ts';
import { kpiUnit, scoreMilli, templateContent } from './review-template.ts';

export const reviewType = z.enum(['quarter', 'half', 'annual', 'probation', 'adhoc']);
export type ReviewType = z.infer<typeof reviewType>;

export const reviewStatus = z.enum([
  'draft',
  'self',
  'manager',
  'calibration',
  'final',
  'shared',
  'acknowledged',
  'disputed',
  'declined',
  'archived',
  'cancelled',
]);

export const evidenceKind = z.enum([
  'deal',
  'session',
  'commitment',
  'feedback',
  'kpi',
  'skill_assessment',
  'file',
  'note',
]);
export type EvidenceKind = z.infer<typeof evidenceKind>;

export const pointKind = z.enum(['strength', 'improvement', 'goal']);
export type PointKind = z.infer<typeof pointKind>;

/** The person as they were when the review started. */
export const reviewedPerson = z.object({
  name: z.string(),
  employeeNo: z.string(),
  roleTitle: z.string(),
  level: z.string(),
  team: z.string(),
  managerName: z.string(),
  joinedOn: localDate.nullable(),
});

/** A decimal as text, e.g. `13.5`; money in whole minor units. */
export const decimalText = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/);

export const kpiFigures = z.object({
  target: decimalText.nullable(),
  actual: decimalText.nullable(),
  source: z.enum(['data', 'typed']),
  asOfOn: localDate.nullable(),
});

export const reviewRating = z.object({
  id,
  itemRef: z.string(),
  scoreMilli: scoreMilli.nullable(),
  selfScoreMilli: scoreMilli.nullable(),
  /** Only of KPI items. */
  kpi: kpiFigures.nullable(),
  kpiNote: z.string(),
  isNotApplicable: z.boolean(),
  naReason: z.string(),
  overrideMilli: scoreMilli.nullable(),
  overrideReason: z.string(),
  comment: z.string(),
});
export type ReviewRating = z.infer<typeof reviewRating>;

/** What stands behind a piece of evidence, for the line that shows it. */
export const evidenceFacts = z.object({
  outcome: z.enum(['won', 'lost', 'open', 'completed', 'done', 'part', 'missed']).optional(),
  amountMinor: z.int().optional(),
  pushCount: z.int().optional(),
  sessionType: z.string().optional(),
  accountName: z.string().optional(),
});
export type EvidenceFacts = z.infer<typeof evidenceFacts>;

export const reviewEvidence = z.object({
  id,
  itemRef: z.string(),
  kind: evidenceKind,
  refId: id.nullable(),
  occurredOn: localDate,
  title: z.string(),
  facts: evidenceFacts,
  quote: z.string(),
});
export type ReviewEvidence = z.infer<typeof reviewEvidence>;

export const reviewPoint = z.object({
  id,
  kind: pointKind,
  text: z.string(),
  /** How a goal is measured. */
  measure: z.string(),
  action: z.string(),
  support: z.string(),
  owner: z.enum(['rep', 'manager']).nullable(),
  dueOn: localDate.nullable(),
  weightBp: basisPoints.nullable(),
});
export type ReviewPoint = z.infer<typeof reviewPoint>;

/** What of a point is chosen rather than written. */
export const pointChanges = reviewPoint
  .pick({ owner: true, dueOn: true, weightBp: true })
  .partial();
export type PointChanges = z.infer<typeof pointChanges>;

export const evidenceBalance = z.object({
  months: z.array(z.object({ month: z.string(), count: z.int() })),
  emptyMonths: z.array(z.string()),
  late: z.object({ part: z.int(), whole: z.int(), bp: z.int().nullable() }),
  isRecencyHeavy: z.boolean(),
  outsideCount: z.int(),
});

/**
 * Sessions held in the period by type, and the person's commitments that fell due in it: how many,
 * and how many of them were kept by the date first agreed.
 */
export const coachingCounts = z.object({
  sessions: z.array(z.object({ type: z.string(), count: z.int() })),
  commitmentsDue: z.int(),
  commitmentsKept: z.int(),
});
export type CoachingCounts = z.infer<typeof coachingCounts>;

export const reviewEvent = z.object({
  seq: z.int(),
  at: instant,
  action: z.enum(['started', 'status', 'finalised', 'amended', 'cancelled', 'printed']),
  from: reviewStatus.nullable(),
  to: reviewStatus.nullable(),
  isOnBehalf: z.boolean(),
});

/** The last finalised review of the person before this period. */
export const previousReview = z.object({
  id,
  periodStartOn: localDate,
  periodEndOn: localDate,
  finalCenti: z.int(),
  band: z.string(),
  items: z.array(
    z.object({ ref: z.string(), pointsMilli: z.int().nullable(), actual: decimalText.nullable() }),
  ),
});

/** What the workspace was set to; a final review stays with what it was made final under. */
export const reviewSetting = z.object({
  companyName: z.string(),
  currency: currencyCode,
  /** In the fiscal calendar: `2026H1`. */
  periodName: z.string(),
});

export const review = z.object({
  id,
  personId: id,
  person: reviewedPerson,
  documentNo: z.string(),
  type: reviewType,
  periodStartOn: localDate,
  periodEndOn: localDate,
  status: reviewStatus,
  isEditable: z.boolean(),
  revision: z.int(),
  amendsReviewId: id.nullable(),
  amendReason: z.string(),
  /** The revision that replaced this one; null for the latest. */
  amendedById: id.nullable(),
  talkOn: localDate.nullable(),
  templateName: z.object({ zh: z.string(), en: z.string() }),
  template: templateContent,
  summary: z.string(),
  repComment: z.string(),
  adjMilli: z.int(),
  adjReason: z.string(),
  calibratedMilli: scoreMilli.nullable(),
  calibrationReason: z.string(),
  /** Private: on no copy but the manager's. */
  potential: z.int().nullable(),
  privateAssessment: z.string(),
  isEvidenceSeen: z.boolean(),
  ratings: z.array(reviewRating),
  evidence: z.array(reviewEvidence),
  points: z.array(reviewPoint),
  score: reviewScore,
  problems: z.array(finaliseProblem),
  balance: evidenceBalance,
  coaching: coachingCounts,
  setting: reviewSetting,
  previous: previousReview.nullable(),
  /** KPI items of a final review for which the data now say something else. */
  lateItems: z.array(z.object({ ref: z.string(), actual: decimalText.nullable() })),
  finalizedAt: instant.nullable(),
  contentSha256: z.string().nullable(),
  events: z.array(reviewEvent),
});
export type Review = z.infer<typeof review>;

export const reviewSummary = z.object({
  id,
  personId: id,
  personName: z.string(),
  type: reviewType,
  periodStartOn: localDate,
  periodEndOn: localDate,
  status: reviewStatus,
  revision: z.int(),
  isLatest: z.boolean(),
  finalCenti: z.int().nullable(),
  band: z.string().nullable(),
  /** Rated items of all that count, for progress. */
  ratedItems: z.int(),
  scoredItems: z.int(),
  updatedAt: instant,
});
export type ReviewSummary = z.infer<typeof reviewSummary>;

/** Something of the period that can be attached to an item. */
export const evidenceCandidate = z.object({
  kind: evidenceKind,
  refId: id,
  occurredOn: localDate,
  title: z.string(),
  facts: evidenceFacts,
});
export type EvidenceCandidate = z.infer<typeof evidenceCandidate>;

/** One deal behind a KPI's actual. */
export const kpiRow = z.object({
  dealId: id,
  name: z.string(),
  accountName: z.string().nullable(),
  on: localDate,
  amountMinor: z.int(),
  outcome: z.enum(['won', 'lost', 'open']),
});

export const targetGap = z.object({
  /** Months of the person's part of the period without a quota, `YYYY-MM`. */
  missingMonths: z.array(z.string()),
  /** The period begins or ends within a month, of which no quota can be told. */
  isCut: z.boolean(),
  /** The fiscal year in whose grid the first missing quota is set. */
  year: z.int().nullable(),
});
export type TargetGapView = z.infer<typeof targetGap>;

const period = { periodStartOn: localDate, periodEndOn: localDate };
export const reviewStart = z
  .object({ personId: id, templateId: id, type: reviewType, ...period })
  .refine(({ periodStartOn, periodEndOn }) => periodEndOn >= periodStartOn);
export type ReviewStart = z.infer<typeof reviewStart>;

const byReview = z.object({ reviewId: id });
const byItem = byReview.extend({ itemRef: z.string() });

export const printChoice = z.object({
  copy: documentCopy,
  language: documentLanguage,
  /** Deals are numbered and customers left out. */
  hideCustomers: z.boolean().default(false),
});
export type PrintChoice = z.infer<typeof printChoice>;

/** What one revision says in a place, for the screen to put into words. */
export const changedValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('score'), milli: z.int() }),
  z.object({ kind: z.literal('adjustment'), milli: z.int() }),
  z.object({ kind: z.literal('final'), centi: z.int() }),
  z.object({ kind: z.literal('kpi'), figure: decimalText, unit: kpiUnit.optional() }),
  z.object({ kind: z.literal('day'), on: localDate }),
  z.object({ kind: z.literal('not_applicable') }),
  z.object({ kind: z.literal('evidence'), piece: reviewEvidence.omit({ id: true }) }),
  z.object({ kind: z.literal('point'), point: reviewPoint.omit({ id: true }) }),
]);
export type ChangedValue = z.infer<typeof changedValue>;

/** A difference between two revisions; null where there was or is nothing. */
export const changedItem = z.object({
  field: z.enum([
    'score',
    'target',
    'actual',
    'kpiNote',
    'overrideReason',
    'notApplicable',
    'naReason',
    'comment',
    'evidence',
    'strength',
    'improvement',
    'goal',
    'summary',
    'repComment',
    'adjustment',
    'adjustmentReason',
    'talkOn',
    'final',
    'band',
  ]),
  itemRef: z.string().nullable(),
  before: changedValue.nullable(),
  after: changedValue.nullable(),
});
export type ChangedItem = z.infer<typeof changedItem>;

export const reviews = {
  /** Newest period first. */
  listReviews: query.input(z.object({ personId: id.optional() })).output(z.array(reviewSummary)),
  getReview: query.input(byReview).output(review),
  listTemplates: query.output(
    z.array(z.object({ id, code: z.string(), nameZh: z.string(), nameEn: z.string() })),
  ),
  /** Reviews of the same person and type whose period overlaps: a warning, not a refusal. */
  findOverlaps: query
    .input(z.object({ personId: id, type: reviewType, ...period }))
    .output(z.array(reviewSummary)),
  /** Deals, sessions and commitments of the person in the period, newest first. */
  listCandidates: query.input(byReview).output(z.array(evidenceCandidate)),
  /** The rows behind a KPI that the data propose. */
  listKpiRows: query.input(byItem).output(z.array(kpiRow)),
  /** Why quotas give no target for the period; null when they do. */
  getTargetGap: query.input(byReview).output(targetGap.nullable()),
  /** What an amendment changed against the revision before it. */
  compareRevisions: query.input(byReview).output(z.array(changedItem)),

  /** Snapshots template and person, and proposes KPI figures from the data. */
  startReview: command.input(reviewStart).output(byReview),
  rateItem: command.input(byItem.extend({ scoreMilli: scoreMilli.nullable() })),
  /** A figure that is left out stays as it is, so that two typed in a row never undo each other. */
  setKpi: command.input(
    byItem.extend({
      target: decimalText.nullable().optional(),
      actual: decimalText.nullable().optional(),
    }),
  ),
  /** Takes the figures from the data again, as of today. */
  refreshKpi: command.input(byItem),
  setNotApplicable: command.input(byItem.extend({ isNotApplicable: z.boolean() })),
  overrideScore: command.input(byItem.extend({ overrideMilli: scoreMilli.nullable() })),
  adjustScore: command.input(byReview.extend({ adjMilli: z.int().min(-5000).max(5000) })),
  setPotential: command.input(byReview.extend({ potential: z.int().min(1).max(5).nullable() })),
  setTalkDay: command.input(byReview.extend({ talkOn: localDate.nullable() })),
  /** The evidence is copied as it is now; attaching it twice to one item changes nothing. */
  attachEvidence: command
    .input(byItem.extend({ kind: evidenceKind, refId: id }))
    .output(z.object({ evidenceId: id })),
  detachEvidence: command.input(z.object({ evidenceId: id })),
  /** The strip of evidence by month was on screen. */
  markEvidenceSeen: command.input(byReview),
  addPoint: command.input(byReview.extend({ kind: pointKind })).output(z.object({ pointId: id })),
  changePoint: command.input(z.object({ pointId: id, changes: pointChanges })),
  removePoint: command.input(z.object({ pointId: id })),
  cancelReview: command.input(byReview),
  /** A new revision of a final review; the old one and its documents stay as they are. */
  amendReview: command.input(byReview.extend({ reason: shortText })).output(byReview),

  /**
   * Checks everything, prints the three copies, then makes the review final, all or nothing.
   * Problems come back all at once and change nothing.
   */
  finaliseReview: task
    .input(byReview.extend(printChoice.omit({ copy: true }).shape))
    .output(
      z.discriminatedUnion('state', [
        z.object({ state: z.literal('refused'), problems: z.array(finaliseProblem) }),
        z.object({ state: z.literal('final'), documents: z.array(documentInfo) }),
      ]),
    ),
  /** The PDF as it would be printed now; keeps nothing. */
  previewReview: task
    .input(byReview.extend(printChoice.shape))
    .output(z.object({ base64: z.base64() })),
  /** Prints and keeps another copy of a final review. */
  printReview: task.input(byReview.extend(printChoice.shape)).output(documentInfo),
};
