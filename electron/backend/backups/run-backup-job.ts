import type { Platform } from '../platform.ts';
import type { BackupResult, BackupWork } from './backup-work.ts';

/** Does the work in a thread. The thread ends when the signal says so; the promise then rejects. */
export function runBackupJob(
  platform: Platform,
  work: BackupWork,
  signal?: AbortSignal,
): Promise<BackupResult> {
  return new Promise((resolve, reject) => {
    const worker = platform.startJob('backup-job', work);
    const abort = () => {
      void worker.terminate().then(() => reject(new Error('The backup took too long')));
    };
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      signal?.removeEventListener('abort', abort);
      reject(new Error('The backup ended without a result'));
    });
  });
}
