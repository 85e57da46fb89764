import type { Migration } from './migration.ts';

/** Saved mappings, and a log of every import with the rows that came back. */
export const imports: Migration = {
  version: 3,
  name: 'imports',
  sql: `
create table import_profile (
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
) strict;
create index import_profile_headings_key_idx on import_profile (headings_key)
  where deleted_at is null;

create table import_run (
  id text primary key,
  at text not null,
  data_as_of_at text not null,
  report_json text not null check (json_valid(report_json)),
  returned_count integer not null,
  seconds real not null
) strict;
create index import_run_at_idx on import_run (at);

-- There for as long as what the run changed stands: taking the import back takes this row back.
create table import_effect (
  id text primary key references import_run (id),
  at text not null
) strict;

create table import_returned_file (
  run_id text primary key references import_run (id),
  name text not null,
  bytes blob not null
) strict;
`,
};
