import { ORPCError } from '@orpc/server';
import { AppError } from '../app-error.ts';
import type { Log } from '../platform.ts';

/**
 * What leaves the backend when something fails: a code and its details. Defects are logged with
 * their stack and leave as `internal`, so no path, SQL or note crosses the contract.
 */
export function toRpcError(error: unknown, path: readonly string[], log: Log): Error {
  if (error instanceof ORPCError) return error;
  const known = error instanceof AppError ? error : fromSqlite(error);
  if (known === undefined) log.error('procedure_failed', error, { procedure: path.join('.') });
  const { code, details } = known ?? new AppError('internal');
  return new ORPCError(code, { status: 422, message: code, data: details });
}

/** SQLite's own words for a full disk or a folder that cannot be written (reliability M5, M6). */
function fromSqlite(error: unknown): AppError | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new AppError('disk_full');
  if (code.startsWith('SQLITE_IOERR')) return new AppError('disk_full');
  if (code.startsWith('SQLITE_READONLY')) return new AppError('read_only');
  return undefined;
}
