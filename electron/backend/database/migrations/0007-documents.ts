import type { Migration } from './migration.ts';

/** Documents that were made, with their bytes. They are never changed. */
export const documents: Migration = {
  version: 7,
  name: 'documents',
  sql: `
create table document (
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
) strict;
create index document_person_id_idx on document (person_id, created_at);
create index document_subject_id_idx on document (subject_id);

-- Apart from its facts, so that lists never read past it.
create table document_file (
  document_id text primary key references document (id),
  bytes blob not null
) strict;

create trigger document_is_kept before update of kind, name, mime, size_bytes, sha256, language,
  copy, subject_id, created_at on document
begin select raise(abort, 'a document is never changed'); end;
create trigger document_file_is_kept before update on document_file
begin select raise(abort, 'a document is never changed'); end;
`,
};
