import type { Browser, Page } from 'playwright-core';
import type { AppClient } from '#backend/router.ts';
import { connectLoopback } from '#tests/support/connect-loopback.ts';
import { startLoopback } from '#tests/support/start-loopback.ts';

export type RunningApp = {
  /** The contract, through the host's own socket. */
  client: AppClient;
  /** Id of the host's process, which the backend is a thread of. */
  pid: number;
  /** A page of the app in a window of 1280 × 800. */
  openPage(): Promise<Page>;
  close(): Promise<void>;
};

/** The built app on the loopback host, as `npm start` runs it without a display. */
export async function startApp(browser: Browser, folder: string): Promise<RunningApp> {
  const host = await startLoopback({ dataDirectory: folder });
  const { client, close } = await connectLoopback(host.url);
  return {
    client,
    pid: host.pid,
    openPage: async () => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(await host.newUrl());
      await page.locator('main h1').waitFor();
      return page;
    },
    close: async () => {
      close();
      await host.close();
    },
  };
}
