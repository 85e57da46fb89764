import type { Worker } from 'node:worker_threads';

/** Jobs that run in a thread of their own; each is an entry file beside `worker.ts`. */
export type JobName = 'backup-job' | 'check-job' | 'import-job';

/** What a line in the log may hold: codes, ids, counts and durations, never names or notes. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export type Log = {
  info(event: string, fields?: LogFields): void;
  error(event: string, error: unknown, fields?: LogFields): void;
};

/** A secret as the host's keeper returned it, and which keeper that was. */
export type ProtectedSecret = {
  /** Names the keeper, e.g. `safe-storage:keychain` or `key-file`; opening with another is refused. */
  keeper: string;
  /** The wrapped bytes, base64. */
  wrapped: string;
};

export type PdfOptions = {
  /** Static HTML of the footer, with Chromium's `pageNumber` and `totalPages` classes. */
  footerHtml: string;
};

/**
 * Everything the backend needs from the machine it runs on. Hosts (Electron, loopback) and tests
 * each give one; the backend never reaches around it, so two backends can run in one test.
 */
export type Platform = {
  /** Absolute path of the folder that holds the manager's data; exists and is private. */
  dataDirectory: string;
  /** Absolute path of `resources/`. */
  resourcesDirectory: string;
  appVersion: string;
  now(): Date;
  /** A UUIDv7 as text: sortable by creation. */
  newId(): string;
  /** Prints static HTML on A4 with scripts off and every request refused. */
  printPdf(html: string, options: PdfOptions): Promise<Uint8Array>;
  protectSecret(secret: Uint8Array): Promise<ProtectedSecret>;
  /** Throws when another keeper protected it or the keeper cannot open it. */
  unprotectSecret(secret: ProtectedSecret): Promise<Uint8Array>;
  /** Shows the data folder in the file manager. */
  openDataFolder(): Promise<void>;
  /** Tells the host which language its own words (menu, dialogs) should use. */
  setLanguage(language: 'zh-CN' | 'en'): Promise<void>;
  /** The thread ends with an error when its heap grows past `heapMb`. */
  startJob(name: JobName, workerData: unknown, limits?: { heapMb: number }): Worker;
  log: Log;
};
