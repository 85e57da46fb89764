import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Language } from '#shared/contract/fields.ts';
import { createBackend } from './create-backend.ts';
import { openSample } from './features/sample/sample.service.ts';
import { workerPlatform } from './worker-platform.ts';
import type { BackendWorkerData, FromWorker, ToWorker } from './worker-protocol.ts';

/** What pages sent before the end was asked for comes through ports of their own, a little later. */
const lastWordsMs = 50;

/** Entry of the worker thread: opens the backend and serves each page that the host connects. */
async function main(): Promise<void> {
  if (parentPort === null) throw new Error('worker.ts runs in a worker thread');
  const host = parentPort;
  const tell = (message: FromWorker) => host.postMessage(message);
  const data: BackendWorkerData = workerData;
  const backend = await createBackend(workerPlatform(data), data.openSample ? 'sample' : undefined);
  if (data.openSample) await openSample(backend, { language: systemLanguage() });
  host.on('message', async (message: ToWorker) => {
    if (message.type === 'connect') return backend.serve(message.port);
    try {
      await wait(lastWordsMs);
      await backend.close();
      tell({ type: 'closed' });
    } finally {
      process.exit(0);
    }
  });
  tell({ type: 'ready', ownsData: backend.workspace.ownsData });
}

/** Of the machine: nobody has chosen one in a workspace that was never open. */
function systemLanguage(): Language {
  return Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en';
}

await main();
