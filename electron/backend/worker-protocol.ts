import type { MessagePort } from 'node:worker_threads';

/** Given to the worker at its start. */
export type BackendWorkerData = {
  dataDirectory: string;
  resourcesDirectory: string;
  appVersion: string;
  /** Folder of the built entries (`worker.js` and the jobs). */
  entriesDirectory: string;
  /** Carries `hostContract`; the host serves it. */
  hostPort: MessagePort;
  /** Milliseconds added to the clock, for rehearsals and tests. */
  clockOffsetMs: number;
  /** Opens the sample workspace instead of the one used last. */
  openSample: boolean;
};

export type ToWorker = { type: 'connect'; port: MessagePort } | { type: 'close' };

export type FromWorker =
  | {
      type: 'ready';
      /** False when another process, of either host, holds the data folder. */
      ownsData: boolean;
    }
  | { type: 'closed' };
