import type { ClosedReason } from '#shared/contract/workspace.ts';
import { type FailureCause, failureCause } from '../files/failure-cause.ts';
import { KeyError } from '../keys/key-service.ts';

/** Why a workspace cannot be opened. It is told to the manager; nothing is deleted or changed. */
export class ClosedError extends Error {
  override readonly name = 'ClosedError';
  readonly reason: ClosedReason;
  readonly fileVersion: number | null;

  constructor(
    reason: ClosedReason,
    { fileVersion = null, cause }: { fileVersion?: number | null; cause?: unknown } = {},
  ) {
    super(reason, { cause });
    this.reason = reason;
    this.fileVersion = fileVersion;
  }
}

const reasons: Readonly<Record<FailureCause, ClosedReason>> = {
  disk_full: 'disk_full',
  read_only: 'read_only',
  damaged: 'damaged',
  other: 'failed',
};

export function toClosedError(error: unknown): ClosedError {
  if (error instanceof ClosedError) return error;
  if (error instanceof KeyError) return new ClosedError(error.reason, { cause: error });
  return new ClosedError(reasons[failureCause(error)], { cause: error });
}
