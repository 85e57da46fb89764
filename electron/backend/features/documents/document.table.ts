import type { Selectable } from 'kysely';
import type { DocumentCopy, DocumentKind, DocumentLanguage } from '#shared/contract/documents.ts';
import type { RecordColumns } from '../../database/record.table.ts';

export type DocumentTable = RecordColumns & {
  kind: DocumentKind;
  name: string;
  /** `name` in lower case. */
  name_key: string;
  mime: string;
  size_bytes: number;
  sha256: string;
  language: DocumentLanguage;
  copy: DocumentCopy | null;
  person_id: string | null;
  /** The record it was made from. */
  subject_id: string | null;
};
export type DocumentRow = Selectable<DocumentTable>;

export type DocumentFileTable = {
  document_id: string;
  bytes: Uint8Array;
};
