import type { Worker } from 'node:worker_threads';
import { AppError } from '../../../app-error.ts';
import type { Platform } from '../../../platform.ts';
import { FileProblem } from '../reading/file-problem.ts';
import {
  CancelledError,
  type ImportJobMessage,
  type ImportOrder,
  type ImportWork,
  type ImportWorkResults,
} from './import-work.ts';

/** A thread that needs more than this is reading something that was made to hurt. */
const heapMb = 768;
/** A thread that does not hear that it should stop is ended. */
const patienceMs = 5000;

export type WorkOptions = { signal: AbortSignal; onProgress(permille: number): void };

/**
 * The thread in which an import is read, checked and carried out, one piece of work at a time. It
 * starts with the first piece, is kept for the next, and is started again if it had to be ended.
 */
export class ImportThread {
  readonly #platform: Platform;
  #worker: Worker | undefined;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** @throws FileProblem, AppError, CancelledError */
  async run<W extends ImportWork>(
    work: W,
    { signal, onProgress }: WorkOptions,
  ): Promise<ImportWorkResults[W['task']]> {
    if (signal.aborted) throw new CancelledError('cancelled');
    const cancelFlag = new Int32Array(new SharedArrayBuffer(4));
    const stop = () => this.#stop(cancelFlag);
    signal.addEventListener('abort', stop, { once: true });
    try {
      const message = await this.#order({ work, cancelFlag }, onProgress);
      if (message.type !== 'done') throw toError(message);
      // The thread answers with the result of the task it was given.
      return message.result as ImportWorkResults[W['task']];
    } finally {
      signal.removeEventListener('abort', stop);
      clearTimeout(this.#patience);
    }
  }

  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #patience: NodeJS.Timeout | undefined;

  #stop(cancelFlag: Int32Array<SharedArrayBuffer>): void {
    Atomics.store(cancelFlag, 0, 1);
    this.#patience = setTimeout(() => void this.end(), patienceMs).unref();
  }

  #order(order: ImportOrder, onProgress: (permille: number) => void): Promise<LastMessage> {
    const worker = this.#worker ?? this.#platform.startJob('import-job', null, { heapMb });
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      const leave = () => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      };
      const onMessage = (message: ImportJobMessage) => {
        if (message.type === 'progress') return onProgress(message.permille);
        leave();
        resolve(message);
      };
      const onError = (error: NodeJS.ErrnoException) => {
        this.#worker = undefined;
        leave();
        const isTooBig = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(isTooBig ? new FileProblem('too_big', { cause: error }) : error);
      };
      const onExit = () => {
        this.#worker = undefined;
        leave();
        reject(new CancelledError('The thread ended'));
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(order);
    });
  }
}

type LastMessage = Exclude<ImportJobMessage, { type: 'progress' }>;

function toError(message: Exclude<LastMessage, { type: 'done' }>): Error {
  switch (message.type) {
    case 'cancelled':
      return new CancelledError('cancelled');
    case 'file_problem':
      return new FileProblem(message.code);
    case 'app_error':
      return new AppError(message.code, message.details);
    case 'defect': {
      const { name, stack, code } = message;
      return Object.assign(new Error(message.message), { name, stack, code });
    }
  }
}
