import { type AppErrorCode, appErrorCodes } from '#shared/contract/errors.ts';
import { i18n } from './i18n.ts';

/** A failure as the person reads it. */
export type Failure = { code: AppErrorCode; details: Record<string, unknown> };

/** What failed, from whatever was thrown: the contract's codes, or `internal`. */
export function toFailure(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const details = error instanceof Error && 'data' in error ? toDetails(error.data) : {};
  if (code === 'BAD_REQUEST') return { code: 'bad_input', details };
  const known = appErrorCodes.find((candidate) => candidate === code);
  return { code: known ?? 'internal', details };
}

export function errorText(error: unknown): string {
  const { code, details } = toFailure(error);
  return i18n.t(`errors:${code}`, { ...details });
}

function toDetails(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}
