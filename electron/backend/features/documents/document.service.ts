import { createHash } from 'node:crypto';
import type {
  DocumentCopy,
  DocumentInfo,
  DocumentKind,
  DocumentLanguage,
} from '#shared/contract/documents.ts';
import { documentFileName, freeFileName } from '#shared/domain/documents/file-name.ts';
import { AppError } from '../../app-error.ts';
import { newRecord } from '../../database/new-record.ts';
import type { CommandContext, QueryContext, TaskContext } from '../../rpc/context.ts';
import * as repository from './document.repository.ts';

/** A multiple of three, so that the parts' base64 can be joined. */
const partBytes = 192 * 1024;

export type NewDocument = {
  kind: DocumentKind;
  /** Joined by `_`, e.g. period, kind, person, revision, copy. */
  nameParts: readonly string[];
  extension: string;
  mime: string;
  bytes: Uint8Array;
  language: DocumentLanguage;
  copy: DocumentCopy | null;
  personId: string | null;
  /** The record it was made from. */
  subjectId: string | null;
};

export const pdfFile = { extension: 'pdf', mime: 'application/pdf' } as const;

/** Keeps a document that a task has made, in a transaction of its own. */
export function keepDocument(context: TaskContext, document: NewDocument): Promise<DocumentInfo> {
  return context.write('documents.keepDocument', (command) => insertDocument(command, document));
}

/**
 * Keeps a document within a command, for good: it is not undone, never changed, and never takes
 * the name of another one (`…_2`).
 */
export async function insertDocument(
  { db, platform, step }: CommandContext,
  { nameParts, extension, bytes, personId, subjectId, ...facts }: NewDocument,
): Promise<DocumentInfo> {
  const { mime, kind, language, copy } = facts;
  const name = await freeFileName(documentFileName(nameParts, extension), (key) =>
    repository.isNameTaken(db, key),
  );
  const row = {
    ...newRecord(platform),
    ...{ kind, mime, language, copy, name },
    name_key: name.toLowerCase(),
    size_bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    person_id: personId,
    subject_id: subjectId,
  };
  await repository.insertDocument(db, row, bytes);
  step.makeFinal([{ table: 'document', id: row.id }]);
  return getDocument({ db }, { id: row.id });
}

export async function listDocuments(
  { db }: QueryContext,
  filter: repository.DocumentFilter,
): Promise<DocumentInfo[]> {
  return (await repository.listDocuments(db, filter)).map(toDocumentInfo);
}

/** @throws AppError not_found */
export async function getDocument(
  { db }: Pick<QueryContext, 'db'>,
  { id }: { id: string },
): Promise<DocumentInfo> {
  const row = await repository.findDocument(db, id);
  if (row === undefined) throw new AppError('not_found');
  return toDocumentInfo(row);
}

/** @throws AppError not_found */
export async function readDocument(
  context: QueryContext,
  { id, offset }: { id: string; offset: number },
) {
  const { sizeBytes } = await getDocument(context, { id });
  const part = await repository.findBytes(context.db, id, { offset, length: partBytes });
  const end = offset + (part?.byteLength ?? 0);
  return {
    base64: Buffer.from(part ?? []).toString('base64'),
    nextOffset: end < sizeBytes && end > offset ? end : null,
  };
}

type FoundDocument = Awaited<ReturnType<typeof repository.listDocuments>>[number];

function toDocumentInfo(row: FoundDocument): DocumentInfo {
  const { id, kind, name, mime, sha256, language, copy } = row;
  return {
    ...{ id, kind, name, mime, sha256, language, copy },
    sizeBytes: row.size_bytes,
    personId: row.person_id,
    personName: row.person_name,
    subjectId: row.subject_id,
    createdAt: row.created_at,
  };
}
