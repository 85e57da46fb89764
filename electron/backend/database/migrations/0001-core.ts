import type { Migration } from './migration.ts';

export const core: Migration = {
  version: 1,
  name: 'core',
  sql: `
create table undo_step (
  id integer primary key autoincrement,
  command text not null,
  details_json text not null check (json_valid(details_json)),
  at text not null,
  state text not null check (state in ('done', 'undone')),
  merge_key text
) strict;

create table undo_change (
  step_id integer not null references undo_step (id) on delete cascade,
  table_name text not null,
  row_id text not null,
  before_json text,
  primary key (step_id, table_name, row_id)
) strict, without rowid;

create table record_change (
  id integer primary key autoincrement,
  table_name text not null,
  row_id text not null,
  at text not null,
  command text not null,
  changes_json text not null check (json_valid(changes_json))
) strict;
create index record_change_table_name_row_id_idx on record_change (table_name, row_id);

create trigger record_change_is_append_only before update on record_change
begin select raise(abort, 'record_change is append-only'); end;

create table text_revision (
  id integer primary key autoincrement,
  table_name text not null,
  row_id text not null,
  field text not null,
  at text not null,
  text text not null
) strict;
create index text_revision_record_idx on text_revision (table_name, row_id, field, id);

create table setting (
  id text primary key,
  value_json text not null check (json_valid(value_json))
) strict;

create table search_dirty (
  table_name text not null,
  row_id text not null,
  primary key (table_name, row_id)
) strict, without rowid;
`,
};
