import type { ClosedReason } from '#shared/contract/workspace.ts';

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
