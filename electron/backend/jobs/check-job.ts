import { parentPort, workerData } from 'node:worker_threads';
import { toClosedError } from '../workspace/closed-error.ts';
import type { CheckResult, CheckWork } from '../workspace/file-check.ts';
import { checkPages } from '../workspace/inspect-file.ts';

/** Entry of the thread that reads every page of a large file, so that the first screen need not wait. */
const { file, key }: CheckWork = workerData;
parentPort?.postMessage(check());

function check(): CheckResult {
  try {
    checkPages({ file, key });
    return { reason: null };
  } catch (error) {
    return { reason: toClosedError(error).reason };
  }
}
