import type { Migration } from './migration.ts';

/**
 * What the search reads instead of the records. Names stand apart from texts, so that finding a
 * deal by its name never walks through the notes. Deleted text leaves the index at once.
 */
export const search: Migration = {
  version: 8,
  name: 'search',
  sql: `
create table search_entry (
  id integer primary key,
  table_name text not null,
  row_id text not null,
  name_key text not null,
  initials text not null,
  is_private integer not null check (is_private in (0, 1))
) strict;
create unique index search_entry_table_name_row_id_idx on search_entry (table_name, row_id);
create index search_entry_name_key_idx on search_entry (name_key) where name_key <> '';
create index search_entry_initials_idx on search_entry (initials) where initials <> '';

create virtual table search_name using fts5 (name, spelling, tokenize = 'unicode61');
create virtual table search_text using fts5 (text, private_text, tokenize = 'unicode61');
insert into search_name (search_name, rank) values ('secure-delete', 1);
insert into search_text (search_text, rank) values ('secure-delete', 1);

create table search_choice (
  query text not null,
  target text not null,
  uses integer not null,
  chosen_at text not null,
  primary key (query, target)
) strict, without rowid;
`,
};
