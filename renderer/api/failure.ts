import { type AppErrorCode, appErrorCodes } from '#shared/contract/errors.ts';
import { i18n } from './i18n.ts';

/** A failure as the person reads it. */
export type Failure = { code: AppErrorCode; details: Readonly<Record<string, unknown>> };

/** What failed, from whatever was thrown: the contract's codes, or `internal`. */
export function toFailure(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const details = error instanceof Error && 'data' in error ? toDetails(error.data) : {};
  if (code === 'BAD_REQUEST') return { code: 'bad_input', details };
  const known = appErrorCodes.find((candidate) => candidate === code);
  return { code: known ?? 'internal', details };
}

/** `errors:<code>` filled with the details. */
export function failureText(error: unknown): string {
  const { code, details } = toFailure(error);
  return i18n.t(`errors:${code}`, { ...details, fieldNames: fieldNames(details['fields']) });
}

/** Fields that a record misses, by their names: 客户、下一步. */
function fieldNames(fields: unknown): string {
  if (!Array.isArray(fields)) return '';
  const t = i18n.t as unknown as (key: string) => string; // the key is made up at run time
  const names = fields.map((field) => t(`errors:field.${String(field)}`));
  return new Intl.ListFormat(i18n.language).format(names);
}

/** True when what was asked for is not there, or no longer. */
export function isGone(error: unknown): boolean {
  return toFailure(error).code === 'not_found';
}

/** For a query whose record may have been deleted: everything else is a failure of the page. */
export function throwUnlessGone(error: unknown, query: { state: { data: unknown } }): boolean {
  return query.state.data === undefined && !isGone(error);
}

/** True for what passes by itself: a full disk, a lost connection. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error && 'data' in error)) return true;
  const { code } = toFailure(error);
  return code === 'disk_full' || code === 'read_only' || code === 'workspace_closed';
}

function toDetails(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}
