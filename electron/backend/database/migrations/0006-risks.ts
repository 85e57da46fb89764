import type { Migration } from './migration.ts';

export const risks: Migration = {
  version: 6,
  name: 'risks',
  sql: `
create table risk (
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
) strict;
create index risk_next_review_on_idx on risk (next_review_on) where deleted_at is null;

create table risk_link (
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
) strict;
create index risk_link_risk_id_idx on risk_link (risk_id);
create index risk_link_deal_id_idx on risk_link (deal_id) where deal_id is not null;
create index risk_link_account_id_idx on risk_link (account_id) where account_id is not null;
create index risk_link_person_id_idx on risk_link (person_id) where person_id is not null;

create table risk_action (
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
) strict;
create index risk_action_risk_id_idx on risk_action (risk_id);

create table risk_review (
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
) strict;
create index risk_review_risk_id_idx on risk_review (risk_id, reviewed_on);

create table risk_dismissal (
  id text primary key,
  deal_id text not null references deal (id),
  reason text not null,
  until_on text not null,
  created_at text not null,
  updated_at text not null,
  deleted_at text,
  rev integer not null default 1
) strict;
create index risk_dismissal_deal_id_idx on risk_dismissal (deal_id, until_on);
`,
};
