import type { DocumentInfo } from '#shared/contract/documents.ts';

/** Documents with the manager's judgement or preparation; they stay closed while presenting. */
export function isForManagerOnly({ kind, copy }: Pick<DocumentInfo, 'kind' | 'copy'>): boolean {
  return copy === 'manager' || kind === 'brief';
}
