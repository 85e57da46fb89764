import { parentPort } from 'node:worker_threads';
import { doImportWork } from '../features/imports/job/do-import-work.ts';
import type { ImportJobMessage, ImportOrder } from '../features/imports/job/import-work.ts';

/** Entry of the thread that reads, checks and carries out imports, so that nothing waits for it. */
const tell = (message: ImportJobMessage) => parentPort?.postMessage(message);
parentPort?.on('message', async ({ work, cancelFlag }: ImportOrder) => {
  tell(await doImportWork(work, { tell, isCancelled: () => Atomics.load(cancelFlag, 0) !== 0 }));
});
