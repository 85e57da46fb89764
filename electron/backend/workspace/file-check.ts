import type { ClosedReason } from '#shared/contract/workspace.ts';
import type { DatabaseFile } from '../database/open-connection.ts';
import type { Platform } from '../platform.ts';
import { ClosedError } from './closed-error.ts';

export type CheckWork = DatabaseFile;
/** Why the file cannot be used; null when it is sound. */
export type CheckResult = { reason: ClosedReason | null };

/**
 * Checks every page of an open file in a thread. Reading need not wait for it: a page that is
 * read is checked anyhow. Writing does, so that nothing is ever added to a damaged file.
 *
 * @throws ClosedError damaged or failed, as a rejection
 */
export function checkInThread(platform: Platform, { file, key }: CheckWork): Promise<void> {
  return new Promise((resolve, reject) => {
    const work: CheckWork = { file, key };
    const worker = platform.startJob('check-job', work);
    const failed = (cause?: unknown) => reject(new ClosedError('failed', { cause }));
    worker.once('message', ({ reason }: CheckResult) => {
      if (reason === null) resolve();
      else reject(new ClosedError(reason));
    });
    worker.once('error', failed);
    worker.once('exit', () => failed(new Error('The check ended without a result')));
  });
}
