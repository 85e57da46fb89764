import { z } from 'zod';
import { id, instant, shortText } from './fields.ts';
import { query } from './procedure.ts';

export const documentKind = z.enum(['review', 'brief', 'risk_register', 'deal_list']);
export type DocumentKind = z.infer<typeof documentKind>;

/** `zh-en` sets both languages beside each other. */
export const documentLanguage = z.enum(['zh-CN', 'en', 'zh-en']);
export type DocumentLanguage = z.infer<typeof documentLanguage>;

/** Who a copy is for: what it leaves out depends on it. */
export const documentCopy = z.enum(['rep', 'hr', 'manager']);
export type DocumentCopy = z.infer<typeof documentCopy>;

/** A document that was made, without its bytes. It never changes and is never written over. */
export const documentInfo = z.object({
  id,
  kind: documentKind,
  /** File name with extension, unique in the store. */
  name: shortText,
  mime: z.string(),
  sizeBytes: z.int(),
  /** Lower-case hex. */
  sha256: z.string(),
  language: documentLanguage,
  copy: documentCopy.nullable(),
  personId: id.nullable(),
  personName: z.string().nullable(),
  /** The record it was made from, e.g. a review. */
  subjectId: id.nullable(),
  createdAt: instant,
});
export type DocumentInfo = z.infer<typeof documentInfo>;

export const documentFilter = z.object({
  kind: documentKind.optional(),
  personId: id.optional(),
  subjectId: id.optional(),
});

export const documents = {
  /** Newest first. */
  listDocuments: query.input(documentFilter).output(z.array(documentInfo)),
  getDocument: query.input(z.object({ id })).output(documentInfo),
  /** A part of the file from `offset` in bytes; `nextOffset` is null after the last part. */
  readDocument: query
    .input(z.object({ id, offset: z.int().min(0) }))
    .output(z.object({ base64: z.base64(), nextOffset: z.int().nullable() })),
};
