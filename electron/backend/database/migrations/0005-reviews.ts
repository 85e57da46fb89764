import { accountExecutiveTemplate } from './0005-account-executive.ts';
import type { Migration } from './migration.ts';

const working = "('draft', 'self', 'manager', 'calibration', 'cancelled')";

/** Nothing below a finalised review is added, changed or taken away, by whatever code. */
function partsAreKept(table: string): string {
  return (['insert', 'update', 'delete'] as const)
    .map((event) => {
      const row = event === 'insert' ? 'new' : 'old';
      return `
create trigger ${table}_${event}_is_refused before ${event} on ${table}
when (select status from review where id = ${row}.review_id) not in ${working}
begin select raise(abort, 'a final review is never changed'); end;`;
    })
    .join('\n');
}

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** Templates, reviews with their ratings, evidence and points, and the audit of what was done. */
export const reviews: Migration = {
  version: 5,
  name: 'reviews',
  sql: `
create table review_template (
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
) strict;

create table review (
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
  check (status in ${working} or content_sha256 is not null)
) strict;
create index review_person_id_idx on review (person_id, period_start_on) where deleted_at is null;
create index review_status_idx on review (status, period_end_on) where deleted_at is null;
create unique index review_amends_review_id_idx on review (amends_review_id)
  where deleted_at is null and status <> 'cancelled';

create table review_rating (
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
) strict;

create table review_evidence (
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
) strict;
create index review_evidence_review_id_idx on review_evidence (review_id, item_ref, sort_order);

create table review_point (
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
) strict;
create index review_point_review_id_idx on review_point (review_id, kind, sort_order);

-- Reviews whose evidence by month was on screen. Having seen it is never taken back, so it refers
-- to no row that could be.
create table review_seen (
  review_id text primary key,
  seen_at text not null
) strict;

-- Append only. Each row carries the hash of the one before, so that a gap or a change shows.
create table review_event (
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
) strict;
create index review_event_review_id_idx on review_event (review_id, seq);
create trigger review_event_is_never_changed before update on review_event
begin select raise(abort, 'the audit is append-only'); end;
create trigger review_event_is_never_deleted before delete on review_event
begin select raise(abort, 'the audit is append-only'); end;

create trigger review_final_is_kept before update on review
when old.status not in ${working} and (
  new.status in ${working}
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
begin select raise(abort, 'a final review is never changed'); end;
create trigger review_final_is_never_deleted before delete on review
when old.status not in ${working}
begin select raise(abort, 'a final review is never changed'); end;
${['review_rating', 'review_evidence', 'review_point'].map(partsAreKept).join('\n')}

insert into review_template (id, code, version, name_zh, name_en, content_json,
  created_at, updated_at) values
  ('00000000-0000-7000-8000-000000000201', 'account_executive', 1, '客户经理', 'Account executive',
   ${quoted(JSON.stringify({ version: 1, content: accountExecutiveTemplate }))},
   '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z');
`,
};
