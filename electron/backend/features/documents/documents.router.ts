import { documents } from '#shared/contract/documents.ts';
import { onQuery } from '../../rpc/procedures.ts';
import { getDocument, listDocuments, readDocument } from './document.service.ts';

export const documentsRouter = {
  listDocuments: onQuery(documents.listDocuments, listDocuments),
  getDocument: onQuery(documents.getDocument, getDocument),
  readDocument: onQuery(documents.readDocument, readDocument),
};
