import { launchChromium } from '#tests/support/chromium.ts';
import { startLoopback } from '#tests/support/start-loopback.ts';
import type { Figure } from './figure.ts';
import { median } from './support/measure.ts';

const staticPage = `data:text/html,${encodeURIComponent('<main><h1>Bellwether</h1></main>')}`;

export const coldStart: Figure = {
  name: 'cold-start',
  about: 'host and browser started, to the first usable screen | the browser, to a static page',
  async measure({ endApp, workspace, runs }) {
    await endApp();
    const values: number[] = [];
    const limits: number[] = [];
    for (let run = -1; run < Math.min(runs, 5); run += 1) {
      const value = await startOfApp(workspace.folder);
      const limit = await startOfPage(performance.now(), staticPage);
      if (run < 0) continue;
      values.push(value);
      limits.push(limit);
    }
    return { value: median(values), limit: median(limits), unit: 'ms' };
  },
};

/** As `npm start` does it: the host, and when it is ready, the window. */
async function startOfApp(dataDirectory: string): Promise<number> {
  const start = performance.now();
  const host = await startLoopback({ dataDirectory });
  const ms = await startOfPage(start, host.url);
  await host.close();
  return ms;
}

/** @returns milliseconds from `start` until a new browser shows the page */
async function startOfPage(start: number, url: string): Promise<number> {
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(url);
  await page.locator('main h1').waitFor();
  const ms = performance.now() - start;
  await browser.close();
  return ms;
}
