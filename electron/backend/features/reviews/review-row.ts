import { z } from 'zod';
import { templateContent } from '#shared/contract/review-template.ts';
import type {
  Review,
  ReviewEvidence,
  ReviewPoint,
  ReviewRating,
  ReviewSummary,
} from '#shared/contract/reviews.ts';
import { evidenceFacts, reviewedPerson } from '#shared/contract/reviews.ts';
import type { ItemRating } from '#shared/domain/reviews/template.ts';
import { storedJson } from '../../database/stored-json.ts';
import type { FoundReview } from './review.repository.ts';
import type {
  ReviewEventRow,
  ReviewEvidenceRow,
  ReviewPointRow,
  ReviewRatingRow,
  ReviewRow,
} from './review.table.ts';

const templateSnapshot = z.object({
  code: z.string(),
  version: z.int(),
  nameZh: z.string(),
  nameEn: z.string(),
  content: templateContent,
});
export type TemplateSnapshot = z.infer<typeof templateSnapshot>;

/** `template_json` of a review: name and content of the template as they were when it started. */
export const storedTemplate = storedJson(templateSnapshot);
/** `content_json` of a template. */
export const storedTemplateContent = storedJson(templateContent);
/** `person_json`: the person as they were when the review started. */
export const storedPerson = storedJson(reviewedPerson);
/** `facts_json` of evidence: as they were when it was attached. */
export const storedFacts = storedJson(evidenceFacts);

export function toTemplate({ template_json }: Pick<ReviewRow, 'template_json'>): TemplateSnapshot {
  return storedTemplate.read(template_json);
}

/** By whom a list or a notice names the review, even one whose frozen parts it cannot read. */
export function nameOf(row: Pick<ReviewRow, 'person_json' | 'document_no'>): string {
  return storedPerson.readIfKnown(row.person_json)?.name ?? row.document_no;
}

/** What the row itself says; the rest of a review is read or computed elsewhere. */
export function toReviewFacts(row: FoundReview) {
  return {
    id: row.id,
    personId: row.person_id,
    person: storedPerson.read(row.person_json),
    documentNo: row.document_no,
    type: row.type,
    periodStartOn: row.period_start_on,
    periodEndOn: row.period_end_on,
    status: row.status,
    revision: row.revision,
    amendsReviewId: row.amends_review_id,
    amendReason: row.amend_reason,
    amendedById: row.amended_by_id,
    talkOn: row.talk_on,
    summary: row.summary,
    repComment: row.rep_comment,
    adjMilli: row.adj_milli,
    adjReason: row.adj_reason,
    calibratedMilli: row.calibrated_milli,
    calibrationReason: row.calibration_reason,
    potential: row.potential_1_5,
    privateAssessment: row.private_assessment,
    isEvidenceSeen: row.is_evidence_seen === 1,
    finalizedAt: row.finalized_at,
    contentSha256: row.content_sha256,
  };
}

export function toRating(row: ReviewRatingRow): ReviewRating {
  const isKpi = row.kpi_source !== null;
  return {
    id: row.id,
    itemRef: row.item_ref,
    scoreMilli: row.score_milli,
    selfScoreMilli: row.self_score_milli,
    kpi: isKpi
      ? {
          target: row.kpi_target,
          actual: row.kpi_actual,
          source: row.kpi_source ?? 'typed',
          asOfOn: row.kpi_as_of_on,
        }
      : null,
    kpiNote: row.kpi_note,
    isNotApplicable: row.is_not_applicable === 1,
    naReason: row.na_reason,
    overrideMilli: row.override_milli,
    overrideReason: row.override_reason,
    comment: row.comment,
  };
}

/** The rating as the rules of the score read it; a KPI's direction stands in the template. */
export function toItemRating(
  rating: ReviewRating,
  direction: 'up' | 'down' | 'milestone' | undefined,
): ItemRating {
  const { kpi } = rating;
  return {
    itemRef: rating.itemRef,
    scoreMilli: rating.scoreMilli,
    selfScoreMilli: rating.selfScoreMilli,
    kpi: kpi && {
      direction: direction ?? 'up',
      target: kpi.target,
      actual: kpi.actual,
    },
    isNotApplicable: rating.isNotApplicable,
    naReason: rating.naReason,
    overrideMilli: rating.overrideMilli,
    overrideReason: rating.overrideReason,
    comment: rating.comment,
  };
}

export function toEvidence(row: ReviewEvidenceRow): ReviewEvidence {
  return {
    id: row.id,
    itemRef: row.item_ref,
    kind: row.kind,
    refId: row.ref_id,
    occurredOn: row.occurred_on,
    title: row.title,
    facts: storedFacts.readIfKnown(row.facts_json) ?? {},
    quote: row.quote,
  };
}

export function toPoint(row: ReviewPointRow): ReviewPoint {
  const { id, kind, text, measure, action, support, owner } = row;
  return {
    ...{ id, kind, text, measure, action, support, owner },
    dueOn: row.due_on,
    weightBp: row.weight_bp,
  };
}

export function toEvent(row: ReviewEventRow): Review['events'][number] {
  return {
    seq: row.seq,
    at: row.at,
    action: row.action,
    from: row.from_status,
    to: row.to_status,
    isOnBehalf: row.is_on_behalf === 1,
  };
}

export function toSummary(
  row: FoundReview,
  progress: Pick<ReviewSummary, 'ratedItems' | 'scoredItems' | 'finalCenti' | 'band'>,
): ReviewSummary {
  return {
    id: row.id,
    personId: row.person_id,
    personName: nameOf(row),
    type: row.type,
    periodStartOn: row.period_start_on,
    periodEndOn: row.period_end_on,
    status: row.status,
    revision: row.revision,
    isLatest: row.amended_by_id === null,
    updatedAt: row.updated_at,
    ...progress,
  };
}
