import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { app, dialog, session, shell } from 'electron';
import { hostTexts, type Language, systemLanguage } from '../backend/hosting/host-texts.ts';
import { appId, appName, defaultDataDirectory } from '../backend/hosting/identity.ts';
import { loadPageFiles } from '../backend/hosting/page-files.ts';
import { type BackendWorker, startBackendWorker } from '../backend/start-worker.ts';
import { setMenu } from './menu.ts';
import { pageUrl } from './page-address.ts';
import { registerSchemes, servePage } from './page-protocol.ts';
import { createPrinter } from './print.ts';
import { type Relay, relayPages } from './relay.ts';
import { protectSecret, unprotectSecret } from './secrets.ts';
import { allowOwnDownloads, hardenProcess, hardenSession } from './security.ts';
import { openPageWindow } from './window.ts';

const exitCode = { failed: 1, alreadyOpen: 3 };
/** A page that is closing may still be sending what was typed; it is waited for this long. */
const drainTimeoutMs = 2000;

/** Before the app is ready: who it is, where its data is, and what no part of it may do. */
function prepare(): { dataDirectory: string; openSample: boolean } {
  process.umask(0o077);
  app.setName(appName);
  app.setAppUserModelId(appId);
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { 'data-dir': { type: 'string' }, sample: { type: 'boolean' } },
    strict: false,
  });
  const chosen = values['data-dir'];
  const applicationData = app.getPath('appData');
  const dataDirectory =
    typeof chosen === 'string' ? resolve(chosen) : defaultDataDirectory(applicationData);
  // The window's own files lie beside the data, so another data folder is another instance.
  const ownFiles =
    typeof chosen === 'string' ? join(dataDirectory, 'electron') : join(applicationData, appName);
  app.setPath('userData', ownFiles);
  hardenProcess();
  registerSchemes();
  return { dataDirectory, openSample: values.sample === true };
}

const options = prepare();
/** Of the system, until the manager's own is known. */
let language: Language = 'en';

async function run(): Promise<void> {
  await app.whenReady();
  mkdirSync(options.dataDirectory, { recursive: true, mode: 0o700 });
  const [backend, files] = await Promise.all([startBackend(), loadPageFiles(built('renderer'))]);
  if (!backend.ownsData) return fail('alreadyOpen', exitCode.alreadyOpen);
  const relay = relayPages(backend);
  endWith(backend, relay);
  hardenSession(session.defaultSession, () => false);
  const pageSession = session.fromPartition('page', { cache: false });
  hardenSession(pageSession, isPagePart);
  allowOwnDownloads(pageSession);
  servePage(pageSession, files);
  await openPageWindow(pageSession, join(built('preload'), 'index.cjs'));
}

/** The worker and what it loads lie outside the archive: a thread is started from a real file. */
function built(part: 'main' | 'preload' | 'renderer'): string {
  const root = app.getAppPath();
  return join(
    part === 'main' ? root.replace(/app\.asar$/, 'app.asar.unpacked') : root,
    'out',
    part,
  );
}

function startBackend(): Promise<BackendWorker> {
  const openDataFolder = async () => void (await shell.openPath(options.dataDirectory));
  language = systemLanguage(app.getPreferredSystemLanguages());
  setMenu(language, openDataFolder);
  return startBackendWorker({
    ...options,
    resourcesDirectory: join(
      app.isPackaged ? process.resourcesPath : app.getAppPath(),
      'resources',
    ),
    appVersion: app.getVersion(),
    entriesDirectory: built('main'),
    clockOffsetMs: 0,
    services: {
      printPdf: createPrinter(),
      protectSecret,
      unprotectSecret,
      openDataFolder,
      setLanguage: async (chosen) => {
        language = chosen;
        setMenu(chosen, openDataFolder);
      },
    },
  });
}

/** Closing the window ends the app: pages first, then the file, then the process. */
function endWith(backend: BackendWorker, relay: Relay): void {
  let isEnding = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isEnding) return;
    isEnding = true;
    const timeout = new Promise((done) => setTimeout(done, drainTimeoutMs));
    void Promise.race([relay.drained(), timeout])
      .then(() => backend.close())
      .finally(() => app.exit(0));
  });
  void backend.exited.then(() => !isEnding && fail('backendEnded', exitCode.failed));
}

/** What the page's session may load: the page's own files, and `data:` and `blob:` of its making. */
function isPagePart(url: string): boolean {
  const own = [pageUrl, `blob:${pageUrl}`, 'data:', ...(app.isPackaged ? [] : ['devtools:'])];
  return own.some((start) => url.startsWith(start));
}

function fail(reason: 'alreadyOpen' | 'startFailed' | 'backendEnded', code: number): void {
  const { title, text } = hostTexts[language].error[reason];
  dialog.showErrorBox(title, text);
  app.exit(code);
}

if (app.requestSingleInstanceLock()) {
  run().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    fail('startFailed', exitCode.failed);
  });
} else {
  app.exit(exitCode.alreadyOpen);
}
