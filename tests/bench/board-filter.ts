import type { Page } from 'playwright-core';
import type { Figure } from './figure.ts';
import { median, timed } from './support/measure.ts';
import { timeToPaint, timeToPaintFinished } from './support/paint.ts';
import { rawBoard } from './support/raw-deals.ts';

const counts = 'section section header h2';
const ticks = '[role=dialog] input[type=checkbox]';

export const boardFilter: Figure = {
  name: 'board-filter',
  about:
    'from ticking an owner to the changed board on the screen | bare SQL and the finished page drawn',
  async measure(bench) {
    const page = await (await bench.app()).openPage();
    await openOwners(page);
    const connection = await bench.workspace.connect('read');
    const owners = connection.prepare<[], string>('select id from person').pluck().all();
    const values: number[] = [];
    const limits: number[] = [];
    const runs = Math.min(bench.runs, owners.length - 2);
    for (let run = -1; run < runs; run += 1) {
      // Each tick widens the filter by one more person, so that no answer is known before.
      const act = { kind: 'click', selector: ticks, at: run + 2 } as const;
      values.push(await timeToPaint(page, act, { selector: counts, isChange: true }));
      const filter = {
        closedFrom: bench.workspace.monthStartOn,
        ownerIds: owners.slice(0, run + 2),
      };
      limits.push(await timed(rawBoard(connection, filter)));
    }
    connection.close();
    const drawn = await timeToPaintFinished(page);
    await page.close();
    return { value: median(values.slice(1)), limit: drawn + median(limits.slice(1)), unit: 'ms' };
  },
};

async function openOwners(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/deals';
  });
  await page.locator('[data-deal]').first().waitFor();
  await page
    .locator('button[aria-expanded=false]:has(svg)')
    .filter({ hasText: /负责人|Owner/ })
    .click();
  await page.locator(ticks).first().waitFor();
}
