index account_external_id_idx on account
CREATE INDEX account_external_id_idx on account (external_id)

index account_name_key_idx on account
CREATE INDEX account_name_key_idx on account (name_key)

index account_parent_id_idx on account
CREATE INDEX account_parent_id_idx on account (parent_id)

index action_item_person_id_idx on action_item
CREATE INDEX action_item_person_id_idx on action_item (person_id, status, due_on)
  where deleted_at is null

index action_item_session_id_idx on action_item
CREATE INDEX action_item_session_id_idx on action_item (session_id)

index action_item_status_idx on action_item
CREATE INDEX action_item_status_idx on action_item (status, due_on) where deleted_at is null

index activity_account_id_idx on activity
CREATE INDEX activity_account_id_idx on activity
  (account_id, deal_id, status, deleted_at, happened_at)

index activity_deal_id_idx on activity
CREATE INDEX activity_deal_id_idx on activity (deal_id, status, deleted_at, happened_at)

index activity_external_id_idx on activity
CREATE INDEX activity_external_id_idx on activity (external_id)

index activity_person_id_idx on activity
CREATE INDEX activity_person_id_idx on activity
  (person_id, status, deleted_at, happened_at, kind)

index agenda_item_person_id_idx on agenda_item
CREATE INDEX agenda_item_person_id_idx on agenda_item (person_id, session_id, sort_order)

index agenda_item_session_id_idx on agenda_item
CREATE INDEX agenda_item_session_id_idx on agenda_item (session_id, sort_order)

index coaching_session_person_id_idx on coaching_session
CREATE INDEX coaching_session_person_id_idx on coaching_session (person_id, status, scheduled_at)
  where deleted_at is null

index coaching_session_scheduled_at_idx on coaching_session
CREATE INDEX coaching_session_scheduled_at_idx on coaching_session (status, scheduled_at)
  where deleted_at is null

index deal_account_id_idx on deal
CREATE INDEX deal_account_id_idx on deal
  (account_id, deleted_at, status, amount_minor, last_activity_at)

index deal_board_idx on deal
CREATE INDEX deal_board_idx on deal
  (stage_id, close_on, id, owner_id, amount_minor, probability_bp, deleted_at)
  where deleted_at is null

index deal_change_changed_at_idx on deal_change
CREATE INDEX deal_change_changed_at_idx on deal_change (changed_at, deal_id, from_owner_id)

index deal_change_deal_id_idx on deal_change
CREATE INDEX deal_change_deal_id_idx on deal_change (deal_id, changed_at, id)

index deal_change_stay_idx on deal_change
CREATE INDEX deal_change_stay_idx on deal_change
  (stay_outcome, from_stage_id, from_owner_id, days_in_from_stage)
  where stay_outcome is not null

index deal_close_on_idx on deal
CREATE INDEX deal_close_on_idx on deal (close_on, id, stage_id, deleted_at)
  where deleted_at is null

index deal_closed_on_idx on deal
CREATE INDEX deal_closed_on_idx on deal
  (status, close_on, owner_id, amount_minor, probability_bp, deleted_at)
  where deleted_at is null

index deal_deleted_at_idx on deal
CREATE INDEX deal_deleted_at_idx on deal (deleted_at) where deleted_at is not null

index deal_external_id_idx on deal
CREATE INDEX deal_external_id_idx on deal (external_id)

index deal_owner_id_idx on deal
CREATE INDEX deal_owner_id_idx on deal (owner_id, deleted_at, status, close_on)

index deal_product_id_idx on deal
CREATE INDEX deal_product_id_idx on deal (product_id) where product_id is not null

index document_person_id_idx on document
CREATE INDEX document_person_id_idx on document (person_id, created_at)

index document_subject_id_idx on document
CREATE INDEX document_subject_id_idx on document (subject_id)

index grow_option_session_id_idx on grow_option
CREATE INDEX grow_option_session_id_idx on grow_option (session_id, sort_order)

index import_profile_headings_key_idx on import_profile
CREATE INDEX import_profile_headings_key_idx on import_profile (headings_key)
  where deleted_at is null

index import_run_at_idx on import_run
CREATE INDEX import_run_at_idx on import_run (at)

index person_external_id_idx on person
CREATE INDEX person_external_id_idx on person (external_id)

index person_leave_person_id_idx on person_leave
CREATE INDEX person_leave_person_id_idx on person_leave (person_id, from_on)

index person_name_key_idx on person
CREATE INDEX person_name_key_idx on person (name_key)

index product_name_key_idx on product
CREATE INDEX product_name_key_idx on product (name_key)

index question_use_person_id_idx on question_use
CREATE INDEX question_use_person_id_idx on question_use (person_id, used_at)

index quota_person_id_idx on quota
CREATE INDEX quota_person_id_idx on quota (person_id, period_start_on)

index record_change_table_name_row_id_idx on record_change
CREATE INDEX record_change_table_name_row_id_idx on record_change (table_name, row_id)

index review_amends_review_id_idx on review
CREATE UNIQUE INDEX review_amends_review_id_idx on review (amends_review_id)
  where deleted_at is null and status <> 'cancelled'

index review_event_review_id_idx on review_event
CREATE INDEX review_event_review_id_idx on review_event (review_id, seq)

index review_evidence_review_id_idx on review_evidence
CREATE INDEX review_evidence_review_id_idx on review_evidence (review_id, item_ref, sort_order)

index review_person_id_idx on review
CREATE INDEX review_person_id_idx on review (person_id, period_start_on) where deleted_at is null

index review_point_review_id_idx on review_point
CREATE INDEX review_point_review_id_idx on review_point (review_id, kind, sort_order)

index review_status_idx on review
CREATE INDEX review_status_idx on review (status, period_end_on) where deleted_at is null

index risk_action_risk_id_idx on risk_action
CREATE INDEX risk_action_risk_id_idx on risk_action (risk_id)

index risk_dismissal_deal_id_idx on risk_dismissal
CREATE INDEX risk_dismissal_deal_id_idx on risk_dismissal (deal_id, until_on)

index risk_link_account_id_idx on risk_link
CREATE INDEX risk_link_account_id_idx on risk_link (account_id) where account_id is not null

index risk_link_deal_id_idx on risk_link
CREATE INDEX risk_link_deal_id_idx on risk_link (deal_id) where deal_id is not null

index risk_link_person_id_idx on risk_link
CREATE INDEX risk_link_person_id_idx on risk_link (person_id) where person_id is not null

index risk_link_risk_id_idx on risk_link
CREATE INDEX risk_link_risk_id_idx on risk_link (risk_id)

index risk_next_review_on_idx on risk
CREATE INDEX risk_next_review_on_idx on risk (next_review_on) where deleted_at is null

index risk_review_risk_id_idx on risk_review
CREATE INDEX risk_review_risk_id_idx on risk_review (risk_id, reviewed_on)

index search_entry_initials_idx on search_entry
CREATE INDEX search_entry_initials_idx on search_entry (initials) where initials <> ''

index search_entry_name_key_idx on search_entry
CREATE INDEX search_entry_name_key_idx on search_entry (name_key) where name_key <> ''

index search_entry_table_name_row_id_idx on search_entry
CREATE UNIQUE INDEX search_entry_table_name_row_id_idx on search_entry (table_name, row_id)

index stage_pipeline_id_idx on stage
CREATE INDEX stage_pipeline_id_idx on stage (pipeline_id, sort_order)

index text_revision_record_idx on text_revision
CREATE INDEX text_revision_record_idx on text_revision (table_name, row_id, field, id)

table account on account
CREATE TABLE account (
  id text primary key,
  name text not null,
  name_key text not null,
  parent_id text references account (id),
  owner_id text references person (id),
  industry text,
  region text,
  level text check (level in ('strategic', 'key', 'normal')),
  employees integer,
  annual_revenue_minor integer,
  founded_year integer,
  website text,
  phone text,
  note text not null default '',
  external_id text,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table action_item on action_item
CREATE TABLE action_item (
  id text primary key,
  person_id text not null references person (id),
  session_id text references coaching_session (id),
  origin text not null check (origin in ('grow', 'review', 'idp', 'pip', 'adhoc')),
  owner text not null check (owner in ('rep', 'manager')),
  text text not null,
  success_evidence text not null default '',
  made_on text not null,
  due_on text,
  is_undated integer not null default 0 check (is_undated in (0, 1)),
  original_due_on text,
  last_due_on text,
  moved_count integer not null default 0 check (moved_count >= 0),
  status text not null check (status in ('open', 'done', 'part', 'missed', 'dropped')),
  closed_on text,
  closed_session_id text references coaching_session (id),
  outcome_note text not null default '',
  deal_id text references deal (id),
  visibility text not null default 'shared' check (visibility in ('private', 'shared')),
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1,
  check (is_undated = 0 or due_on is null),
  check ((status = 'open') = (closed_on is null))
) strict

table activity on activity
CREATE TABLE activity (
  id text primary key,
  kind text not null check (kind in
    ('call', 'email', 'wechat', 'visit', 'meeting', 'video', 'demo', 'task', 'note')),
  status text not null check (status in ('planned', 'done', 'cancelled')),
  subject text not null,
  content text not null default '',
  happened_at text not null,
  planned_for_at text,
  minutes integer,
  deal_id text references deal (id),
  account_id text references account (id),
  person_id text references person (id),
  external_id text,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table agenda_item on agenda_item
CREATE TABLE agenda_item (
  id text primary key,
  person_id text not null references person (id),
  session_id text references coaching_session (id),
  text text not null default '',
  source text not null check (source in ('rule', 'carried', 'manager', 'rep')),
  rule_code text,
  subject_id text,
  fact_json text check (json_valid(fact_json)),
  sort_order integer not null,
  state text not null check (state in ('open', 'discussed', 'deferred', 'dropped')),
  drop_reason text,
  visibility text not null default 'shared' check (visibility in ('private', 'shared')),
  carried_count integer not null default 0 check (carried_count >= 0),
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table coaching_question on coaching_question
CREATE TABLE coaching_question (
  id text primary key,
  step text not null check (step in ('goal', 'reality', 'options', 'will')),
  text text not null,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table coaching_session on coaching_session
CREATE TABLE coaching_session (
  id text primary key,
  person_id text not null references person (id),
  session_no integer check (session_no >= 1),
  type text not null check (type in
    ('one_on_one', 'deal', 'skill', 'field_visit', 'career', 'pip_checkin')),
  status text not null check (status in
    ('scheduled', 'in_progress', 'completed', 'excused', 'missed')),
  scheduled_at text not null,
  planned_minutes integer not null check (planned_minutes between 5 and 480),
  started_at text,
  completed_at text,
  mode text not null check (mode in ('onsite', 'phone', 'video', 'field')),
  location text not null default '',
  skip_reason text,
  prep_snapshot_json text check (json_valid(prep_snapshot_json)),
  shared_summary text not null default '',
  private_note text not null default '',
  amend_reason text,
  amended_at text,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1,
  check ((status in ('in_progress', 'completed')) = (started_at is not null)),
  check ((status = 'completed') = (completed_at is not null))
) strict

table deal on deal
CREATE TABLE deal (
  id text primary key,
  name text not null,
  account_id text references account (id),
  owner_id text references person (id),
  product_id text references product (id),
  pipeline_id text not null references pipeline (id),
  stage_id text not null references stage (id),
  status text not null check (status in ('open', 'won', 'lost')),
  amount_minor integer not null,
  probability_bp integer not null check (probability_bp between 0 and 10000),
  is_probability_set integer not null default 0 check (is_probability_set in (0, 1)),
  forecast_category text not null
    check (forecast_category in ('omitted', 'pipeline', 'best_case', 'commit', 'closed')),
  is_category_set integer not null default 0 check (is_category_set in (0, 1)),
  opened_on text,
  expected_close_on text,
  closed_on text,
  stage_entered_on text,
  push_count integer not null default 0,
  next_step text,
  next_step_on text,
  source text,
  loss_reason text,
  loss_competitor text,
  close_note text not null default '',
  note text not null default '',
  snoozed_until_on text,
  snooze_reason text,
  last_activity_at text,
  next_activity_at text,
  external_id text,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1,
  close_on text generated always as (iif(status = 'open', expected_close_on, closed_on)) virtual
) strict

table deal_change on deal_change
CREATE TABLE deal_change (
  id text primary key,
  deal_id text not null references deal (id),
  changed_at text not null,
  cause text not null
    check (cause in ('created', 'moved', 'edited', 'closed', 'reopened', 'imported', 'bulk')),
  from_stage_id text references stage (id),
  to_stage_id text not null references stage (id),
  from_status text check (from_status in ('open', 'won', 'lost')),
  to_status text not null check (to_status in ('open', 'won', 'lost')),
  from_amount_minor integer,
  to_amount_minor integer not null,
  from_probability_bp integer,
  to_probability_bp integer not null,
  from_forecast_category text
    check (from_forecast_category in ('omitted', 'pipeline', 'best_case', 'commit', 'closed')),
  to_forecast_category text not null
    check (to_forecast_category in ('omitted', 'pipeline', 'best_case', 'commit', 'closed')),
  from_expected_close_on text,
  to_expected_close_on text,
  from_owner_id text references person (id),
  to_owner_id text references person (id),
  is_push integer not null default 0 check (is_push in (0, 1)),
  days_in_from_stage integer,
  stay_outcome text check (stay_outcome in ('won', 'lost')),
  reason text,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table deal_view on deal_view
CREATE TABLE deal_view (
  id text primary key,
  name text not null,
  is_pinned integer not null default 0 check (is_pinned in (0, 1)),
  sort_order integer not null,
  layout text not null check (layout in ('board', 'table')),
  filter_json text not null check (json_valid(filter_json)),
  sort_json text not null check (json_valid(sort_json)),
  group_by text,
  columns_json text not null check (json_valid(columns_json)),
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table document on document
CREATE TABLE document (
  id text primary key,
  kind text not null check (kind in ('review', 'brief', 'risk_register', 'deal_list')),
  name text not null,
  -- Lower-case: file systems that ignore case would overwrite.
  name_key text not null unique,
  mime text not null,
  size_bytes integer not null check (size_bytes > 0),
  sha256 text not null check (length(sha256) = 64),
  language text not null check (language in ('zh-CN', 'en', 'zh-en')),
  copy text check (copy in ('rep', 'hr', 'manager')),
  person_id text references person (id),
  subject_id text,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table document_file on document_file
CREATE TABLE document_file (
  document_id text primary key references document (id),
  bytes blob not null
) strict

table grow_option on grow_option
CREATE TABLE grow_option (
  id text primary key,
  session_id text not null references coaching_session (id),
  sort_order integer not null,
  text text not null default '',
  proposed_by text not null check (proposed_by in ('rep', 'manager')),
  pros text not null default '',
  cons text not null default '',
  impact_1_5 integer check (impact_1_5 between 1 and 5),
  feasibility_1_5 integer check (feasibility_1_5 between 1 and 5),
  is_chosen integer not null default 0 check (is_chosen in (0, 1)),
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table grow_record on grow_record
CREATE TABLE grow_record (
  id text primary key references coaching_session (id),
  goal_visibility text not null default 'private' check (goal_visibility in ('private', 'shared')),
  goal_topic text not null default '',
  goal_outcome text not null default '',
  goal_measure text not null default '',
  goal_due_on text,
  goal_why text not null default '',
  reality_visibility text not null default 'private'
    check (reality_visibility in ('private', 'shared')),
  reality_facts text not null default '',
  reality_tried text not null default '',
  reality_effect text not null default '',
  reality_obstacles text not null default '',
  reality_scale_1_10 integer check (reality_scale_1_10 between 1 and 10),
  reality_evidence_json text not null default '[]' check (json_valid(reality_evidence_json)),
  options_visibility text not null default 'private'
    check (options_visibility in ('private', 'shared')),
  will_visibility text not null default 'private' check (will_visibility in ('private', 'shared')),
  will_action text not null default '',
  will_first_step text not null default '',
  will_first_step_due_on text,
  will_due_on text,
  will_evidence text not null default '',
  commitment_1_10 integer check (commitment_1_10 between 1 and 10),
  commitment_raise text not null default '',
  obstacle text not null default '',
  if_then_plan text not null default '',
  support_needed text not null default '',
  support_owner text not null default '',
  review_on text,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table import_effect on import_effect
CREATE TABLE import_effect (
  id text primary key references import_run (id),
  at text not null
) strict

table import_profile on import_profile
CREATE TABLE import_profile (
  id text primary key,
  name text not null,
  -- The folded headings of the sheet: how a mapping is recognised.
  headings_key text not null,
  choices_json text not null check (json_valid(choices_json)),
  used_at text not null,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table import_returned_file on import_returned_file
CREATE TABLE import_returned_file (
  run_id text primary key references import_run (id),
  name text not null,
  bytes blob not null
) strict

table import_run on import_run
CREATE TABLE import_run (
  id text primary key,
  at text not null,
  data_as_of_at text not null,
  report_json text not null check (json_valid(report_json)),
  returned_count integer not null,
  seconds real not null
) strict

table person on person
CREATE TABLE person (
  id text primary key,
  name text not null,
  name_key text not null,
  employee_no text,
  role_title text,
  level text,
  team text,
  region text,
  email text,
  phone text,
  manager_name text,
  is_coached integer not null default 1 check (is_coached in (0, 1)),
  joined_on text,
  left_on text,
  cadence_days integer check (cadence_days between 1 and 366),
  private_note text not null default '',
  external_id text,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table person_leave on person_leave
CREATE TABLE person_leave (
  id text primary key,
  person_id text not null references person (id),
  from_on text not null,
  to_on text not null check (to_on >= from_on),
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table pipeline on pipeline
CREATE TABLE pipeline (
  id text primary key,
  name_zh text not null,
  name_en text not null,
  sort_order integer not null,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table product on product
CREATE TABLE product (
  id text primary key,
  name text not null,
  name_key text not null,
  series text,
  list_price_minor integer,
  external_id text,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table question_mark on question_mark
CREATE TABLE question_mark (
  id text primary key,
  is_starred integer not null default 0 check (is_starred in (0, 1)),
  is_hidden integer not null default 0 check (is_hidden in (0, 1))
) strict

table question_use on question_use
CREATE TABLE question_use (
  session_id text not null,
  question_key text not null,
  person_id text not null,
  used_at text not null,
  primary key (session_id, question_key)
) strict, without rowid

table quota on quota
CREATE TABLE quota (
  id text primary key,
  person_id text not null references person (id),
  period_start_on text not null,
  period_end_on text not null check (period_end_on >= period_start_on),
  amount_minor integer not null check (amount_minor >= 0),
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table record_change on record_change
CREATE TABLE record_change (
  id integer primary key autoincrement,
  table_name text not null,
  row_id text not null,
  at text not null,
  command text not null,
  changes_json text not null check (json_valid(changes_json))
) strict

table review on review
CREATE TABLE review (
  id text primary key,
  person_id text not null references person (id),
  document_no text not null,
  template_id text not null references review_template (id),
  template_json text not null check (json_valid(template_json)),
  person_json text not null check (json_valid(person_json)),
  period_start_on text not null,
  period_end_on text not null check (period_end_on >= period_start_on),
  type text not null check (type in ('quarter', 'half', 'annual', 'probation', 'adhoc')),
  status text not null check (status in ('draft', 'self', 'manager', 'calibration', 'final',
    'shared', 'acknowledged', 'disputed', 'declined', 'archived', 'cancelled')),
  revision integer not null check (revision >= 1),
  amends_review_id text references review (id),
  amend_reason text not null default '',
  talk_on text,
  summary text not null default '',
  rep_comment text not null default '',
  adj_milli integer not null default 0 check (adj_milli between -5000 and 5000),
  adj_reason text not null default '',
  calibrated_milli integer check (calibrated_milli between 1000 and 5000),
  calibration_reason text not null default '',
  potential_1_5 integer check (potential_1_5 between 1 and 5),
  private_assessment text not null default '',
  raw_milli integer,
  final_milli integer,
  final_centi integer,
  hundred_centi integer,
  band text,
  finalized_at text,
  content_json text check (json_valid(content_json)),
  content_sha256 text check (length(content_sha256) = 64),
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1,
  check ((content_sha256 is null) = (finalized_at is null)),
  check (status in ('draft', 'self', 'manager', 'calibration', 'cancelled') or content_sha256 is not null)
) strict

table review_event on review_event
CREATE TABLE review_event (
  seq integer primary key,
  review_id text not null,
  at text not null,
  action text not null,
  from_status text,
  to_status text,
  actor text not null,
  is_on_behalf integer not null default 0 check (is_on_behalf in (0, 1)),
  details_json text not null check (json_valid(details_json)),
  previous_hash text not null,
  hash text not null check (length(hash) = 64)
) strict

table review_evidence on review_evidence
CREATE TABLE review_evidence (
  id text primary key,
  review_id text not null references review (id),
  item_ref text not null,
  kind text not null check (kind in
    ('deal', 'session', 'commitment', 'feedback', 'kpi', 'skill_assessment', 'file', 'note')),
  ref_id text,
  occurred_on text not null,
  title text not null,
  facts_json text not null check (json_valid(facts_json)),
  quote text not null default '',
  sort_order integer not null,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table review_point on review_point
CREATE TABLE review_point (
  id text primary key,
  review_id text not null references review (id),
  kind text not null check (kind in ('strength', 'improvement', 'goal')),
  sort_order integer not null,
  text text not null default '',
  measure text not null default '',
  action text not null default '',
  support text not null default '',
  owner text check (owner in ('rep', 'manager')),
  due_on text,
  weight_bp integer check (weight_bp between 0 and 10000),
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table review_rating on review_rating
CREATE TABLE review_rating (
  id text primary key,
  review_id text not null references review (id),
  item_ref text not null,
  score_milli integer check (score_milli between 1000 and 5000),
  self_score_milli integer check (self_score_milli between 1000 and 5000),
  kpi_target text,
  kpi_actual text,
  kpi_source text check (kpi_source in ('data', 'typed')),
  kpi_as_of_on text,
  kpi_note text not null default '',
  is_not_applicable integer not null default 0 check (is_not_applicable in (0, 1)),
  na_reason text not null default '',
  override_milli integer check (override_milli between 1000 and 5000),
  override_reason text not null default '',
  comment text not null default '',
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1,
  unique (review_id, item_ref)
) strict

table review_seen on review_seen
CREATE TABLE review_seen (
  review_id text primary key,
  seen_at text not null
) strict

table review_template on review_template
CREATE TABLE review_template (
  id text primary key,
  code text not null,
  version integer not null check (version >= 1),
  name_zh text not null,
  name_en text not null,
  content_json text not null check (json_valid(content_json)),
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1,
  unique (code, version)
) strict

table risk on risk
CREATE TABLE risk (
  id text primary key,
  number integer not null unique,
  title text not null,
  kind text not null check (kind in ('threat', 'opportunity')),
  category text not null check (category in
    ('contract', 'anti_bribery', 'promises', 'personal_data', 'credit', 'concentration',
     'competitor', 'people', 'delivery', 'pricing', 'channel', 'forecast', 'supply',
     'data_quality', 'deal', 'other')),
  cause text not null default '',
  event text not null default '',
  consequence text not null default '',
  existing_controls text not null default '',
  contingency text not null default '',
  owner_id text references person (id),
  status text not null check (status in
    ('identified', 'assessed', 'treating', 'monitoring', 'closed', 'materialised')),
  identified_on text not null,
  inherent_probability_1_5 integer check (inherent_probability_1_5 between 1 and 5),
  inherent_impact_1_5 integer check (inherent_impact_1_5 between 1 and 5),
  current_probability_1_5 integer check (current_probability_1_5 between 1 and 5),
  current_impact_1_5 integer check (current_impact_1_5 between 1 and 5),
  target_probability_1_5 integer check (target_probability_1_5 between 1 and 5),
  target_impact_1_5 integer check (target_impact_1_5 between 1 and 5),
  probability_bp integer check (probability_bp between 0 and 10000),
  loss_minor integer check (loss_minor >= 0),
  velocity_1_5 integer check (velocity_1_5 between 1 and 5),
  treatment text check (treatment in
    ('avoid', 'reduce', 'transfer', 'accept', 'exploit', 'enhance', 'share')),
  accepted_by text,
  acceptance_reason text,
  accepted_until_on text,
  review_every_days integer check (review_every_days between 1 and 366),
  last_reviewed_on text,
  next_review_on text not null,
  closed_on text,
  close_reason text,
  rule_code text,
  criteria_version integer not null,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1,
  check (treatment is not 'accept' or (accepted_by is not null and accepted_until_on is not null)),
  check ((status = 'closed') = (closed_on is not null))
) strict

table risk_action on risk_action
CREATE TABLE risk_action (
  id text primary key,
  risk_id text not null references risk (id),
  text text not null,
  owner_id text references person (id),
  due_on text,
  status text not null check (status in ('open', 'done', 'dropped')),
  done_on text,
  outcome text not null default '',
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1,
  check ((status = 'done') = (done_on is not null))
) strict

table risk_dismissal on risk_dismissal
CREATE TABLE risk_dismissal (
  id text primary key,
  deal_id text not null references deal (id),
  reason text not null,
  until_on text not null,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table risk_link on risk_link
CREATE TABLE risk_link (
  id text primary key,
  risk_id text not null references risk (id),
  deal_id text references deal (id),
  account_id text references account (id),
  person_id text references person (id),
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1,
  check ((deal_id is not null) + (account_id is not null) + (person_id is not null) = 1)
) strict

table risk_review on risk_review
CREATE TABLE risk_review (
  id text primary key,
  risk_id text not null references risk (id),
  reviewed_on text not null,
  note text not null,
  before_probability_1_5 integer,
  before_impact_1_5 integer,
  after_probability_1_5 integer,
  after_impact_1_5 integer,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table search_choice on search_choice
CREATE TABLE search_choice (
  query text not null,
  target text not null,
  uses integer not null,
  chosen_at text not null,
  primary key (query, target)
) strict, without rowid

table search_dirty on search_dirty
CREATE TABLE search_dirty (
  table_name text not null,
  row_id text not null,
  primary key (table_name, row_id)
) strict, without rowid

table search_entry on search_entry
CREATE TABLE search_entry (
  id integer primary key,
  table_name text not null,
  row_id text not null,
  name_key text not null,
  initials text not null,
  is_private integer not null check (is_private in (0, 1))
) strict

table search_name on search_name
CREATE VIRTUAL TABLE search_name using fts5 (name, spelling, tokenize = 'unicode61')

table search_name_config on search_name_config
CREATE TABLE 'search_name_config'(k PRIMARY KEY, v) WITHOUT ROWID

table search_name_content on search_name_content
CREATE TABLE 'search_name_content'(id INTEGER PRIMARY KEY, c0, c1)

table search_name_data on search_name_data
CREATE TABLE 'search_name_data'(id INTEGER PRIMARY KEY, block BLOB)

table search_name_docsize on search_name_docsize
CREATE TABLE 'search_name_docsize'(id INTEGER PRIMARY KEY, sz BLOB)

table search_name_idx on search_name_idx
CREATE TABLE 'search_name_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID

table search_text on search_text
CREATE VIRTUAL TABLE search_text using fts5 (text, private_text, tokenize = 'unicode61')

table search_text_config on search_text_config
CREATE TABLE 'search_text_config'(k PRIMARY KEY, v) WITHOUT ROWID

table search_text_content on search_text_content
CREATE TABLE 'search_text_content'(id INTEGER PRIMARY KEY, c0, c1)

table search_text_data on search_text_data
CREATE TABLE 'search_text_data'(id INTEGER PRIMARY KEY, block BLOB)

table search_text_docsize on search_text_docsize
CREATE TABLE 'search_text_docsize'(id INTEGER PRIMARY KEY, sz BLOB)

table search_text_idx on search_text_idx
CREATE TABLE 'search_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID

table setting on setting
CREATE TABLE setting (
  id text primary key,
  value_json text not null check (json_valid(value_json))
) strict

table stage on stage
CREATE TABLE stage (
  id text primary key,
  pipeline_id text not null references pipeline (id),
  name_zh text not null,
  name_en text not null,
  sort_order integer not null,
  type text not null check (type in ('open', 'won', 'lost')),
  probability_bp integer not null check (probability_bp between 0 and 10000),
  forecast_category text not null
    check (forecast_category in ('omitted', 'pipeline', 'best_case', 'commit', 'closed')),
  required_fields_json text not null default '[]' check (json_valid(required_fields_json)),
  allowed_next_json text check (json_valid(allowed_next_json)),
  allow_back integer not null default 1 check (allow_back in (0, 1)),
  thresholds_json text not null default '{}' check (json_valid(thresholds_json)),
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict

table text_revision on text_revision
CREATE TABLE text_revision (
  id integer primary key autoincrement,
  table_name text not null,
  row_id text not null,
  field text not null,
  at text not null,
  text text not null
) strict

table undo_change on undo_change
CREATE TABLE undo_change (
  step_id integer not null references undo_step (id) on delete cascade,
  table_name text not null,
  row_id text not null,
  before_json text,
  primary key (step_id, table_name, row_id)
) strict, without rowid

table undo_step on undo_step
CREATE TABLE undo_step (
  id integer primary key autoincrement,
  command text not null,
  details_json text not null check (json_valid(details_json)),
  at text not null,
  state text not null check (state in ('done', 'undone')),
  merge_key text
) strict

trigger activity_delete_dates_deal on activity
CREATE TRIGGER activity_delete_dates_deal after delete on activity when old.deal_id is not null
begin
  update deal set
    last_activity_at = (select max(happened_at) from activity
      where deal_id = old.deal_id and status = 'done' and deleted_at is null),
    next_activity_at = (select min(happened_at) from activity
      where deal_id = old.deal_id and status = 'planned' and deleted_at is null)
  where id = old.deal_id;
end

trigger activity_insert_dates_deal on activity
CREATE TRIGGER activity_insert_dates_deal after insert on activity when new.deal_id is not null
begin
  update deal set
    last_activity_at = (select max(happened_at) from activity
      where deal_id = new.deal_id and status = 'done' and deleted_at is null),
    next_activity_at = (select min(happened_at) from activity
      where deal_id = new.deal_id and status = 'planned' and deleted_at is null)
  where id = new.deal_id;
end

trigger activity_update_dates_deal on activity
CREATE TRIGGER activity_update_dates_deal
after update of deal_id, status, happened_at, deleted_at on activity
begin
  update deal set
    last_activity_at = (select max(happened_at) from activity
      where deal_id = deal.id and status = 'done' and deleted_at is null),
    next_activity_at = (select min(happened_at) from activity
      where deal_id = deal.id and status = 'planned' and deleted_at is null)
  where id in (old.deal_id, new.deal_id);
end

trigger document_file_is_kept on document_file
CREATE TRIGGER document_file_is_kept before update on document_file
begin select raise(abort, 'a document is never changed'); end

trigger document_is_kept on document
CREATE TRIGGER document_is_kept before update of kind, name, mime, size_bytes, sha256, language,
  copy, subject_id, created_at on document
begin select raise(abort, 'a document is never changed'); end

trigger record_change_is_append_only on record_change
CREATE TRIGGER record_change_is_append_only before update on record_change
begin select raise(abort, 'record_change is append-only'); end

trigger review_event_is_never_changed on review_event
CREATE TRIGGER review_event_is_never_changed before update on review_event
begin select raise(abort, 'the audit is append-only'); end

trigger review_event_is_never_deleted on review_event
CREATE TRIGGER review_event_is_never_deleted before delete on review_event
begin select raise(abort, 'the audit is append-only'); end

trigger review_evidence_delete_is_refused on review_evidence
CREATE TRIGGER review_evidence_delete_is_refused before delete on review_evidence
when (select status from review where id = old.review_id) not in ('draft', 'self', 'manager', 'calibration', 'cancelled')
begin select raise(abort, 'a final review is never changed'); end

trigger review_evidence_insert_is_refused on review_evidence
CREATE TRIGGER review_evidence_insert_is_refused before insert on review_evidence
when (select status from review where id = new.review_id) not in ('draft', 'self', 'manager', 'calibration', 'cancelled')
begin select raise(abort, 'a final review is never changed'); end

trigger review_evidence_update_is_refused on review_evidence
CREATE TRIGGER review_evidence_update_is_refused before update on review_evidence
when (select status from review where id = old.review_id) not in ('draft', 'self', 'manager', 'calibration', 'cancelled')
begin select raise(abort, 'a final review is never changed'); end

trigger review_final_is_kept on review
CREATE TRIGGER review_final_is_kept before update on review
when old.status not in ('draft', 'self', 'manager', 'calibration', 'cancelled') and (
  new.status in ('draft', 'self', 'manager', 'calibration', 'cancelled')
  or new.person_id is not old.person_id or new.document_no is not old.document_no
  or new.template_id is not old.template_id or new.template_json is not old.template_json
  or new.person_json is not old.person_json or new.period_start_on is not old.period_start_on
  or new.period_end_on is not old.period_end_on or new.type is not old.type
  or new.revision is not old.revision or new.amends_review_id is not old.amends_review_id
  or new.amend_reason is not old.amend_reason or new.talk_on is not old.talk_on
  or new.summary is not old.summary or new.rep_comment is not old.rep_comment
  or new.adj_milli is not old.adj_milli or new.adj_reason is not old.adj_reason
  or new.calibrated_milli is not old.calibrated_milli
  or new.calibration_reason is not old.calibration_reason
  or new.potential_1_5 is not old.potential_1_5
  or new.private_assessment is not old.private_assessment
  or new.raw_milli is not old.raw_milli or new.final_milli is not old.final_milli
  or new.final_centi is not old.final_centi or new.hundred_centi is not old.hundred_centi
  or new.band is not old.band or new.finalized_at is not old.finalized_at
  or new.content_json is not old.content_json or new.content_sha256 is not old.content_sha256
  or new.deleted_at is not old.deleted_at
)
begin select raise(abort, 'a final review is never changed'); end

trigger review_final_is_never_deleted on review
CREATE TRIGGER review_final_is_never_deleted before delete on review
when old.status not in ('draft', 'self', 'manager', 'calibration', 'cancelled')
begin select raise(abort, 'a final review is never changed'); end

trigger review_point_delete_is_refused on review_point
CREATE TRIGGER review_point_delete_is_refused before delete on review_point
when (select status from review where id = old.review_id) not in ('draft', 'self', 'manager', 'calibration', 'cancelled')
begin select raise(abort, 'a final review is never changed'); end

trigger review_point_insert_is_refused on review_point
CREATE TRIGGER review_point_insert_is_refused before insert on review_point
when (select status from review where id = new.review_id) not in ('draft', 'self', 'manager', 'calibration', 'cancelled')
begin select raise(abort, 'a final review is never changed'); end

trigger review_point_update_is_refused on review_point
CREATE TRIGGER review_point_update_is_refused before update on review_point
when (select status from review where id = old.review_id) not in ('draft', 'self', 'manager', 'calibration', 'cancelled')
begin select raise(abort, 'a final review is never changed'); end

trigger review_rating_delete_is_refused on review_rating
CREATE TRIGGER review_rating_delete_is_refused before delete on review_rating
when (select status from review where id = old.review_id) not in ('draft', 'self', 'manager', 'calibration', 'cancelled')
begin select raise(abort, 'a final review is never changed'); end

trigger review_rating_insert_is_refused on review_rating
CREATE TRIGGER review_rating_insert_is_refused before insert on review_rating
when (select status from review where id = new.review_id) not in ('draft', 'self', 'manager', 'calibration', 'cancelled')
begin select raise(abort, 'a final review is never changed'); end

trigger review_rating_update_is_refused on review_rating
CREATE TRIGGER review_rating_update_is_refused before update on review_rating
when (select status from review where id = old.review_id) not in ('draft', 'self', 'manager', 'calibration', 'cancelled')
begin select raise(abort, 'a final review is never changed'); end
