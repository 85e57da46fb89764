import type { Migration } from './migration.ts';

/** People, accounts, products, pipelines, deals with their history, activities. */
export const sales: Migration = {
  version: 2,
  name: 'sales',
  sql: `
create table person (
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
) strict;
create index person_name_key_idx on person (name_key);
create index person_external_id_idx on person (external_id);

create table person_leave (
  id text primary key,
  person_id text not null references person (id),
  from_on text not null,
  to_on text not null check (to_on >= from_on),
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict;
create index person_leave_person_id_idx on person_leave (person_id, from_on);

create table quota (
  id text primary key,
  person_id text not null references person (id),
  period_start_on text not null,
  period_end_on text not null check (period_end_on >= period_start_on),
  amount_minor integer not null check (amount_minor >= 0),
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict;
create index quota_person_id_idx on quota (person_id, period_start_on);

create table account (
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
) strict;
create index account_name_key_idx on account (name_key);
create index account_external_id_idx on account (external_id);
create index account_parent_id_idx on account (parent_id);

create table product (
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
) strict;
create index product_name_key_idx on product (name_key);

create table pipeline (
  id text primary key,
  name_zh text not null,
  name_en text not null,
  sort_order integer not null,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict;

create table stage (
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
) strict;
create index stage_pipeline_id_idx on stage (pipeline_id, sort_order);

create table deal (
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
) strict;
create index deal_board_idx on deal
  (stage_id, close_on, id, owner_id, amount_minor, probability_bp, deleted_at)
  where deleted_at is null;
create index deal_closed_on_idx on deal
  (status, close_on, owner_id, amount_minor, probability_bp, deleted_at)
  where deleted_at is null;
create index deal_owner_id_idx on deal (owner_id, deleted_at, status, close_on);
create index deal_account_id_idx on deal
  (account_id, deleted_at, status, amount_minor, last_activity_at);
create index deal_close_on_idx on deal (close_on, id, stage_id, deleted_at)
  where deleted_at is null;
create index deal_deleted_at_idx on deal (deleted_at) where deleted_at is not null;
create index deal_product_id_idx on deal (product_id) where product_id is not null;
create index deal_external_id_idx on deal (external_id);

create table deal_change (
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
) strict;
create index deal_change_deal_id_idx on deal_change (deal_id, changed_at, id);
create index deal_change_changed_at_idx on deal_change (changed_at, deal_id, from_owner_id);
create index deal_change_stay_idx on deal_change
  (stay_outcome, from_stage_id, from_owner_id, days_in_from_stage)
  where stay_outcome is not null;

create table deal_view (
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
) strict;

create table activity (
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
) strict;
create index activity_deal_id_idx on activity (deal_id, status, deleted_at, happened_at);
create index activity_account_id_idx on activity
  (account_id, deal_id, status, deleted_at, happened_at);
create index activity_person_id_idx on activity
  (person_id, status, deleted_at, happened_at, kind);
create index activity_external_id_idx on activity (external_id);

create trigger activity_insert_dates_deal after insert on activity when new.deal_id is not null
begin
  update deal set
    last_activity_at = (select max(happened_at) from activity
      where deal_id = new.deal_id and status = 'done' and deleted_at is null),
    next_activity_at = (select min(happened_at) from activity
      where deal_id = new.deal_id and status = 'planned' and deleted_at is null)
  where id = new.deal_id;
end;
create trigger activity_update_dates_deal
after update of deal_id, status, happened_at, deleted_at on activity
begin
  update deal set
    last_activity_at = (select max(happened_at) from activity
      where deal_id = deal.id and status = 'done' and deleted_at is null),
    next_activity_at = (select min(happened_at) from activity
      where deal_id = deal.id and status = 'planned' and deleted_at is null)
  where id in (old.deal_id, new.deal_id);
end;
create trigger activity_delete_dates_deal after delete on activity when old.deal_id is not null
begin
  update deal set
    last_activity_at = (select max(happened_at) from activity
      where deal_id = old.deal_id and status = 'done' and deleted_at is null),
    next_activity_at = (select min(happened_at) from activity
      where deal_id = old.deal_id and status = 'planned' and deleted_at is null)
  where id = old.deal_id;
end;

insert into pipeline (id, name_zh, name_en, sort_order, created_at, updated_at) values
  ('00000000-0000-7000-8000-000000000100', '标准销售流程', 'Standard pipeline', 1,
   '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z');
insert into stage (id, pipeline_id, name_zh, name_en, sort_order, type, probability_bp,
  forecast_category, created_at, updated_at)
select '00000000-0000-7000-8000-0000000001' || column1, '00000000-0000-7000-8000-000000000100',
  column2, column3, cast(column1 as integer), column4, column5, column6,
  '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'
from (values
  ('01', '新建', 'New', 'open', 1000, 'pipeline'),
  ('02', '需求明确', 'Needs confirmed', 'open', 3000, 'pipeline'),
  ('03', '方案验证', 'Solution validated', 'open', 5000, 'pipeline'),
  ('04', '立项汇报', 'Business case', 'open', 7000, 'best_case'),
  ('05', '商务采购', 'Negotiation', 'open', 9000, 'commit'),
  ('06', '赢单', 'Won', 'won', 10000, 'closed'),
  ('07', '输单', 'Lost', 'lost', 0, 'omitted'));
`,
};
