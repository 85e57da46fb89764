import { homedir } from 'node:os';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../electron/loopback/find-browser.ts';

/** The browser that the app itself would use. `npm test` installs one where it can. */
export function chromiumPath(): string {
  const search = { os: process.platform, home: homedir(), environment: process.env };
  const path = findBrowser(search);
  if (path === null) throw new Error('These tests need Chromium, Chrome or Edge');
  return path;
}

export function launchChromium(args: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args });
}
