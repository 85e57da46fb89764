import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { tokenKey } from '#shared/hosting/handshake.ts';
import { withinTime } from '../backend/hosting/one-at-a-time.ts';
import { defaultSize } from '../backend/hosting/window-bounds.ts';
import { firstPage, pageClosed } from './browser-pages.ts';
import { type DevtoolsPipe, devtoolsPipe } from './devtools-pipe.ts';
import { openingPath } from './request-rules.ts';

export type AppWindow = {
  /** Resolves when the person closed the window or the browser ended. */
  closed: Promise<void>;
  close(): Promise<void>;
};

export type AppWindowOptions = {
  browser: string;
  /** A folder for the browser alone; made private. */
  profile: string;
  /** `http://127.0.0.1:port` */
  origin: string;
  token: string;
  /** For machines without a display, in tests. */
  isHeadless?: boolean;
};

const startTimeoutMs = 20_000;
const closeTimeoutMs = 3_000;
const retryDelayMs = 20;

/** Everything a browser does for itself that this window has no use for, above all the network. */
const quietFlags = [
  '--incognito',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  // A proxy that nobody is: only 127.0.0.1, which needs none, can be reached. Rules for names
  // would do the same, but make the browser warn of an unsupported flag.
  '--proxy-server=http://127.0.0.1:9',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-features=AutofillServerCommunication,MediaRouter,OptimizationHints,Translate',
  '--disable-sync',
  '--password-store=basic',
];

/**
 * Opens the page in a window of its own, without tabs or address bar. The window is opened at a
 * page that holds nothing; the token then goes in over a private pipe. So no secret is ever in
 * the command line, a file, an address or the history.
 *
 * @throws when the browser does not start or will not be controlled (some company policies)
 */
export async function openAppWindow(options: AppWindowOptions): Promise<AppWindow> {
  mkdirSync(options.profile, { recursive: true, mode: 0o700 });
  const child = spawn(options.browser, windowFlags(options), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const [, , , input, output] = child.stdio;
  const pipe = devtoolsPipe(input as Writable, output as Readable);
  try {
    const late = new Error('The browser did not answer');
    await withinTime(handOver(pipe, options), startTimeoutMs, late);
  } catch (error) {
    child.kill();
    throw error;
  }
  return {
    closed: Promise.race([exited, pageClosed(pipe, options.origin)]),
    close: () => end(child, pipe, exited),
  };
}

function windowFlags({ origin, profile, isHeadless }: AppWindowOptions): string[] {
  return [
    `--app=${origin}${openingPath}`,
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    `--window-size=${defaultSize.width},${defaultSize.height}`,
    ...quietFlags,
    ...rootFlags(),
    ...(isHeadless ? ['--headless=new'] : []),
  ];
}

/**
 * Chromium's sandbox does not work for root; nobody but containers and tests runs it so. As a
 * test it does not warn of that in the window.
 */
function rootFlags(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : [];
}

async function handOver(pipe: DevtoolsPipe, { origin, token }: AppWindowOptions): Promise<void> {
  const { targetId } = await firstPage(pipe, origin);
  const attached = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
  const { sessionId } = z.object({ sessionId: z.string() }).parse(attached);
  for (let left = startTimeoutMs / retryDelayMs; left > 0; left -= 1) {
    if (await putToken(pipe, sessionId, token)) break;
    await setTimeout(retryDelayMs);
  }
  await pipe.send('Target.detachFromTarget', { sessionId });
}

/** False while the opening page is still on its way: a page that is not ours yet keeps nothing. */
async function putToken(pipe: DevtoolsPipe, sessionId: string, token: string): Promise<boolean> {
  const [path, key, value] = [openingPath, tokenKey, token].map((text) => JSON.stringify(text));
  const expression = `document.readyState === 'complete' && location.pathname === ${path} &&
    (sessionStorage.setItem(${key}, ${value}), location.replace('/'), true)`;
  const evaluated = pipe.send('Runtime.evaluate', { expression }, sessionId);
  const outcome = await evaluated.catch(() => null);
  return z.object({ result: z.object({ value: z.literal(true) }) }).safeParse(outcome).success;
}

async function end(child: ChildProcess, pipe: DevtoolsPipe, exited: Promise<void>): Promise<void> {
  void pipe.send('Browser.close').catch(() => undefined);
  try {
    await withinTime(exited, closeTimeoutMs, new Error('The browser stays open'));
  } catch {
    child.kill('SIGKILL');
    await exited;
  }
}
