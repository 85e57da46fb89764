import type { ColumnType, Selectable } from 'kysely';
import type { RecordColumns } from '../../database/record.table.ts';

export type DealStatus = 'open' | 'won' | 'lost';
export type ForecastCategory = 'omitted' | 'pipeline' | 'best_case' | 'commit' | 'closed';

export type PipelineTable = RecordColumns & {
  name_zh: string;
  name_en: string;
  sort_order: number;
};

export type StageTable = RecordColumns & {
  pipeline_id: string;
  name_zh: string;
  name_en: string;
  sort_order: number;
  type: DealStatus;
  probability_bp: number;
  forecast_category: ForecastCategory;
  /** Fields a deal must have to enter, JSON array of names. */
  required_fields_json: string;
  /** Ids of the stages a deal may go to next, JSON array; null allows all. */
  allowed_next_json: string | null;
  allow_back: number;
  /** Health thresholds that differ from the workspace's, JSON object. */
  thresholds_json: string;
};

export type StageRow = Selectable<StageTable>;

export type DealTable = RecordColumns & {
  name: string;
  account_id: string | null;
  owner_id: string | null;
  product_id: string | null;
  pipeline_id: string;
  stage_id: string;
  /** The stage's type, kept here for indexes. */
  status: DealStatus;
  amount_minor: number;
  probability_bp: number;
  /** 1 when a person set the probability; the stage no longer sets it. */
  is_probability_set: number;
  forecast_category: ForecastCategory;
  is_category_set: number;
  opened_on: string | null;
  expected_close_on: string | null;
  closed_on: string | null;
  stage_entered_on: string | null;
  /** How often the expected close moved later, from the history. */
  push_count: number;
  next_step: string | null;
  next_step_on: string | null;
  source: string | null;
  loss_reason: string | null;
  loss_competitor: string | null;
  close_note: string;
  note: string;
  snoozed_until_on: string | null;
  snooze_reason: string | null;
  /** Kept by triggers on `activity`. */
  last_activity_at: string | null;
  next_activity_at: string | null;
  external_id: string | null;
  /** Expected close of an open deal, day of closing of a closed one; generated. */
  close_on: ColumnType<string | null, never, never>;
};
export type DealRow = Selectable<DealTable>;

/**
 * History of a deal: one row for each change, holding the state before and after. `from_*` are
 * null in the first row. `changed_at` is when it happened, which for imported history is not
 * when it was written.
 */
export type DealChangeTable = RecordColumns & {
  deal_id: string;
  changed_at: string;
  cause: 'created' | 'moved' | 'edited' | 'closed' | 'reopened' | 'imported' | 'bulk';
  from_stage_id: string | null;
  to_stage_id: string;
  from_status: DealStatus | null;
  to_status: DealStatus;
  from_amount_minor: number | null;
  to_amount_minor: number;
  from_probability_bp: number | null;
  to_probability_bp: number;
  from_forecast_category: ForecastCategory | null;
  to_forecast_category: ForecastCategory;
  from_expected_close_on: string | null;
  to_expected_close_on: string | null;
  from_owner_id: string | null;
  to_owner_id: string | null;
  /** 1 when the close was expected later than the last day named; the one place that says so. */
  is_push: number;
  /** Whole days spent in the stage that was left; null when the stage did not change. */
  days_in_from_stage: number | null;
  /** How the deal ended, on the rows that ended a stay in a stage; null while it is open. */
  stay_outcome: 'won' | 'lost' | null;
  /** Why, where one was asked for: an override of a stage's rules, a reopening. */
  reason: string | null;
};
export type DealChangeRow = Selectable<DealChangeTable>;

/** A named filter with its sort, grouping and columns. */
export type DealViewTable = RecordColumns & {
  name: string;
  is_pinned: number;
  sort_order: number;
  layout: 'board' | 'table';
  filter_json: string;
  sort_json: string;
  group_by: string | null;
  columns_json: string;
};
