import { ORPCError, ValidationError } from '@orpc/server';
import { AppError } from '../app-error.ts';
import { failureCause } from '../files/failure-cause.ts';
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

/**
 * Logs an answer that its own contract refuses: a defect that no service sees, because it is found
 * after the service returned. Only its first place is named, never what stands there.
 */
export function logDefectiveAnswer(error: unknown, path: readonly string[], log: Log): void {
  if (!(error instanceof ORPCError && error.cause instanceof ValidationError)) return;
  if (error.code !== 'INTERNAL_SERVER_ERROR') return;
  const place = error.cause.issues[0]?.path?.map(String).join('.') ?? null;
  log.error('answer_refused', error, { procedure: path.join('.'), place });
}

/** A full disk or a folder that cannot be written, in the words of SQLite and the system. */
function fromSqlite(error: unknown): AppError | undefined {
  const cause = failureCause(error);
  return cause === 'disk_full' || cause === 'read_only' ? new AppError(cause) : undefined;
}
