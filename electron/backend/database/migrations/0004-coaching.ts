import type { Migration } from './migration.ts';

/** Sessions with their GROW record, talking points, commitments and the manager's questions. */
export const coaching: Migration = {
  version: 4,
  name: 'coaching',
  sql: `
create table coaching_session (
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
) strict;
create index coaching_session_person_id_idx on coaching_session (person_id, status, scheduled_at)
  where deleted_at is null;
create index coaching_session_scheduled_at_idx on coaching_session (status, scheduled_at)
  where deleted_at is null;

create table grow_record (
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
) strict;

create table grow_option (
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
) strict;
create index grow_option_session_id_idx on grow_option (session_id, sort_order);

create table agenda_item (
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
) strict;
create index agenda_item_person_id_idx on agenda_item (person_id, session_id, sort_order);
create index agenda_item_session_id_idx on agenda_item (session_id, sort_order);

create table action_item (
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
) strict;
create index action_item_person_id_idx on action_item (person_id, status, due_on)
  where deleted_at is null;
create index action_item_status_idx on action_item (status, due_on) where deleted_at is null;
create index action_item_session_id_idx on action_item (session_id);

create table coaching_question (
  id text primary key,
  step text not null check (step in ('goal', 'reality', 'options', 'will')),
  text text not null,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict;

create table question_mark (
  id text primary key,
  is_starred integer not null default 0 check (is_starred in (0, 1)),
  is_hidden integer not null default 0 check (is_hidden in (0, 1))
) strict;

create table question_use (
  session_id text not null,
  question_key text not null,
  person_id text not null,
  used_at text not null,
  primary key (session_id, question_key)
) strict, without rowid;
create index question_use_person_id_idx on question_use (person_id, used_at);
`,
};
