import type { Generated, Selectable } from 'kysely';
import type { EvidenceKind, PointKind, ReviewType } from '#shared/contract/reviews.ts';
import type { ReviewStatus } from '#shared/domain/reviews/review-states.ts';
import type { RecordColumns } from '../../database/record.table.ts';

export type ReviewTemplateTable = RecordColumns & {
  code: string;
  version: number;
  name_zh: string;
  name_en: string;
  /** `TemplateContent` of the contract. */
  content_json: string;
};

export type ReviewTable = RecordColumns & {
  person_id: string;
  document_no: string;
  template_id: string;
  /** Name and content of the template as it was when the review started. */
  template_json: string;
  /** The person as they were when the review started. */
  person_json: string;
  period_start_on: string;
  period_end_on: string;
  type: ReviewType;
  status: ReviewStatus;
  revision: number;
  amends_review_id: string | null;
  amend_reason: string;
  talk_on: string | null;
  summary: string;
  rep_comment: string;
  adj_milli: number;
  adj_reason: string;
  calibrated_milli: number | null;
  calibration_reason: string;
  potential_1_5: number | null;
  private_assessment: string;
  /** Set when the review becomes final; scores before that are computed when read. */
  raw_milli: number | null;
  final_milli: number | null;
  final_centi: number | null;
  hundred_centi: number | null;
  band: string | null;
  finalized_at: string | null;
  /** All that the documents show, as it was when the review became final. */
  content_json: string | null;
  content_sha256: string | null;
};
export type ReviewRow = Selectable<ReviewTable>;

export type ReviewRatingTable = RecordColumns & {
  review_id: string;
  item_ref: string;
  score_milli: number | null;
  self_score_milli: number | null;
  /** Decimals as text; money in whole minor units. */
  kpi_target: string | null;
  kpi_actual: string | null;
  /** Set for KPI items only. */
  kpi_source: 'data' | 'typed' | null;
  kpi_as_of_on: string | null;
  kpi_note: string;
  is_not_applicable: number;
  na_reason: string;
  override_milli: number | null;
  override_reason: string;
  comment: string;
};
export type ReviewRatingRow = Selectable<ReviewRatingTable>;

export type ReviewEvidenceTable = RecordColumns & {
  review_id: string;
  item_ref: string;
  kind: EvidenceKind;
  ref_id: string | null;
  occurred_on: string;
  /** As it was when attached, like `facts_json`. */
  title: string;
  facts_json: string;
  quote: string;
  sort_order: number;
};
export type ReviewEvidenceRow = Selectable<ReviewEvidenceTable>;

export type ReviewPointTable = RecordColumns & {
  review_id: string;
  kind: PointKind;
  sort_order: number;
  text: string;
  measure: string;
  action: string;
  support: string;
  owner: 'rep' | 'manager' | null;
  due_on: string | null;
  weight_bp: number | null;
};
export type ReviewPointRow = Selectable<ReviewPointTable>;

/** Reviews whose evidence by month was on screen; no change that could be undone. */
export type ReviewSeenTable = { review_id: string; seen_at: string };

export type ReviewAction = 'started' | 'status' | 'finalised' | 'amended' | 'cancelled' | 'printed';

/** The audit: append only, each row chained to the one before by its hash. */
export type ReviewEventTable = {
  seq: Generated<number>;
  review_id: string;
  at: string;
  action: ReviewAction;
  from_status: ReviewStatus | null;
  to_status: ReviewStatus | null;
  actor: string;
  is_on_behalf: number;
  details_json: string;
  previous_hash: string;
  hash: string;
};
export type ReviewEventRow = Selectable<ReviewEventTable>;
