import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import type { Platform } from '#backend/platform.ts';
import { findBrowser } from '../../electron/loopback/find-browser.ts';
import { createPrinter } from '../../electron/loopback/print.ts';

export type TestPrinter = Pick<Platform, 'printPdf'> & { close(): Promise<void> };

/** The loopback host's own printer: a real Chromium with scripts and network off. */
export async function startPrinter(): Promise<TestPrinter> {
  const { platform: os, env: environment } = process;
  const printer = createPrinter(findBrowser({ os, home: homedir(), environment }));
  await printer.warmUp();
  return { printPdf: printer.print, close: printer.close };
}

/** Stands in for the printer where a test is not about paper: other pages give other bytes. */
export const stubPrinter: Pick<Platform, 'printPdf'> = {
  printPdf: async (html) => createHash('sha512').update(html).digest(),
};
