import { homedir } from 'node:os';
import { hostTexts } from '../backend/hosting/host-texts.ts';
import { type LoopbackArguments, parseCommandLine, usage } from './command-line.ts';
import { findBrowser } from './find-browser.ts';
import { DataInUseError, type LoopbackHost, startLoopbackHost } from './host.ts';

/** Folders of a build, and its version. */
export type Build = {
  entriesDirectory: string;
  rendererDirectory: string;
  resourcesDirectory: string;
  appVersion: string;
};

const exitCode = { ended: 0, failed: 1, usage: 2, alreadyOpen: 3 };
const addressLifetimeMs = 10 * 60_000;

/**
 * The loopback host from its command line to its end: opens the window and ends with it, or
 * prints an address and stays up. Resolves with the exit code.
 */
export async function runLoopback(build: Build, args: readonly string[]): Promise<number> {
  // Everything that is written, by any part, is for its owner alone.
  process.umask(0o077);
  const machine = { os: process.platform, home: homedir(), environment: process.env };
  const browser = findBrowser(machine);
  const parsed = parse(args, machine);
  if (parsed === null) return exitCode.usage;
  const { hasWindow, ...chosen } = parsed;
  try {
    if (browser === null) say('noBrowser');
    const host = await startLoopbackHost({ ...build, ...chosen, browser });
    const interrupted = onInterrupt();
    const window = hasWindow ? await openWindow(host) : null;
    if (window === null) offerAddresses(host);
    const ended = host.backendEnded.then(() => exitCode.failed);
    const closed = (window?.closed ?? new Promise<never>(() => {})).then(() => exitCode.ended);
    const code = await Promise.race([ended, closed, interrupted]);
    say('closing');
    await window?.close();
    await host.close();
    return code;
  } catch (error) {
    return explain(error);
  }
}

function parse(...command: Parameters<typeof parseCommandLine>): LoopbackArguments | null {
  try {
    return parseCommandLine(...command);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    return null;
  }
}

async function openWindow(host: LoopbackHost) {
  try {
    const window = await host.openWindow();
    say('window');
    return window;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    say('windowRefused');
    return null;
  }
}

/**
 * Prints an address now, and a new one for each line typed in this terminal and each SIGUSR2 of
 * this user: both are ways that no other user and no web page has.
 */
function offerAddresses(host: LoopbackHost): void {
  const offer = () => {
    say('address');
    console.log(`\n  ${host.newAddress(addressLifetimeMs)}\n`);
    say('another');
  };
  offer();
  process.stdin.on('data', offer);
  process.stdin.on('error', () => undefined);
  process.stdin.unref?.();
  if (process.platform !== 'win32') process.on('SIGUSR2', offer);
}

function onInterrupt(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve(exitCode.ended));
    }
  });
}

function explain(error: unknown): number {
  if (error instanceof DataInUseError) {
    for (const { error: texts } of languages) console.error(texts.alreadyOpen.text);
    return exitCode.alreadyOpen;
  }
  console.error(error);
  for (const { error: texts } of languages) console.error(texts.startFailed.text);
  return exitCode.failed;
}

const languages = [hostTexts['zh-CN'], hostTexts.en];

/** The terminal gets both languages: which one its reader speaks is not known. */
function say(key: keyof typeof hostTexts.en.terminal): void {
  for (const { terminal } of languages) console.log(terminal[key]);
}
