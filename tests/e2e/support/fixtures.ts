import { test as base, expect, type Page } from '@playwright/test';
import type { AppClient } from '#backend/router.ts';
import type { SettingsChanges } from '#shared/contract/settings.ts';
import { connectLoopback } from '#tests/support/connect-loopback.ts';
import { type RunningLoopback, startLoopback } from '#tests/support/start-loopback.ts';
import { ShellPage } from '../pages/shell-page.ts';

export type AppOptions = {
  /** Opens the sample workspace. */
  sample: boolean;
  /** Saved before the page opens; null leaves the first start to be done. */
  settings: SettingsChanges | null;
};

export type AppFixtures = {
  host: RunningLoopback;
  /** The backend, to lay data or read it back. */
  client: AppClient;
  /** What no page may do: log an error, miss a message, ask anyone but its own host. */
  problems: string[];
  shell: ShellPage;
};

/** Each test has a host, a data folder and a page of its own. */
export const test = base.extend<AppFixtures & { options: AppOptions }>({
  options: [{ sample: false, settings: {} }, { option: true }],

  host: async ({ options }, use) => {
    const host = await startLoopback({ sample: options.sample });
    await use(host);
    await host.close();
  },

  client: async ({ host, options }, use) => {
    const { client, close } = await connectLoopback(await host.newUrl());
    if (options.settings !== null) {
      await client.settings.saveSettings({ isSetUp: true, ...options.settings });
    }
    await use(client);
    close();
  },

  problems: async ({ page, host }, use) => {
    const problems: string[] = [];
    watch(page, new URL(host.url).origin, problems);
    await use(problems);
    expect(problems).toEqual([]);
  },

  shell: async ({ page, host, client, problems }, use) => {
    expect(client).toBeDefined();
    expect(problems).toEqual([]);
    const shell = new ShellPage(page);
    await shell.open(await host.newUrl());
    await use(shell);
  },
});

/** Writes down what goes wrong on a page without anyone seeing it. */
export function watch(page: Page, origin: string, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.context().on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) problems.push(`request: ${url}`);
  });
}

export { expect };
