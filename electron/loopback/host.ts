import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadPageFiles } from '../backend/hosting/page-files.ts';
import { type BackendWorker, startBackendWorker } from '../backend/start-worker.ts';
import { type AppWindow, openAppWindow } from './app-window.ts';
import type { LoopbackArguments } from './command-line.ts';
import { createPrinter } from './print.ts';
import { keyFileSecrets } from './secrets.ts';
import { type LoopbackServer, startServer } from './server.ts';
import { createSession, type Session } from './session.ts';

export type LoopbackHostOptions = Omit<LoopbackArguments, 'hasWindow'> & {
  /** The build: folder of `worker.js` and the jobs, and folder of the page. */
  entriesDirectory: string;
  rendererDirectory: string;
  resourcesDirectory: string;
  appVersion: string;
  /** For the window and for printing; null where none is installed. */
  browser: string | null;
  /** Opens the window without a display, in tests. */
  isHeadless?: boolean;
};

export type LoopbackHost = {
  origin: string;
  /** The app's address with a code that works once; the one before is void. */
  newAddress(lifetimeMs: number): string;
  /** @throws when the browser does not open */
  openWindow(): Promise<AppWindow>;
  /** Resolves when the backend ends by itself. */
  backendEnded: Promise<unknown>;
  /** Resolves when everything is on disk and every process has ended. */
  close(): Promise<void>;
};

/** Another process holds the data folder; nothing in it was touched. */
export class DataInUseError extends Error {
  override readonly name = 'DataInUseError';
}

const warmUpDelayMs = 4000;

/** @throws DataInUseError */
export async function startLoopbackHost(options: LoopbackHostOptions): Promise<LoopbackHost> {
  mkdirSync(options.dataDirectory, { recursive: true, mode: 0o700 });
  const printer = createPrinter(options.browser);
  const [backend, files] = await Promise.all([
    startBackend(options, printer.print),
    loadPageFiles(options.rendererDirectory),
  ]);
  if (!backend.ownsData) {
    await backend.close();
    throw new DataInUseError();
  }
  const session = createSession();
  const server = await startServer({
    files,
    session,
    port: options.port,
    connect: () => backend.connect(),
  });
  const warmUp = setTimeout(() => void printer.warmUp().catch(() => undefined), warmUpDelayMs);
  const close = async () => {
    clearTimeout(warmUp);
    await server.close();
    await Promise.all([backend.close(), printer.close()]);
  };
  return { ...addresses(server, session, options), backendEnded: backend.exited, close };
}

function addresses(
  { host }: LoopbackServer,
  session: Session,
  { browser, dataDirectory, isHeadless = false }: LoopbackHostOptions,
): Pick<LoopbackHost, 'origin' | 'newAddress' | 'openWindow'> {
  const origin = `http://${host}`;
  return {
    origin,
    newAddress: (lifetimeMs) => `${origin}/#code=${session.issueCode(lifetimeMs)}`,
    openWindow: async () => {
      if (browser === null) throw new Error('No browser was found');
      const profile = join(dataDirectory, 'browser');
      return openAppWindow({ browser, profile, origin, token: session.grantToken(), isHeadless });
    },
  };
}

function startBackend(
  options: LoopbackHostOptions,
  printPdf: ReturnType<typeof createPrinter>['print'],
): Promise<BackendWorker> {
  const { dataDirectory, resourcesDirectory, entriesDirectory } = options;
  return startBackendWorker({
    dataDirectory,
    resourcesDirectory,
    entriesDirectory,
    appVersion: options.appVersion,
    clockOffsetMs: options.clockOffsetMs,
    openSample: options.openSample,
    services: {
      ...keyFileSecrets(dataDirectory),
      printPdf,
      openDataFolder: () => showFolder(dataDirectory),
      // This host's own words are in the terminal, which speaks both languages.
      setLanguage: async () => {},
    },
  });
}

const folderProgram: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'open',
  win32: 'explorer.exe',
};

function showFolder(folder: string): Promise<void> {
  const program = folderProgram[process.platform] ?? 'xdg-open';
  return new Promise((resolve, reject) => {
    const child = spawn(program, [folder], { stdio: 'ignore', detached: true });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
