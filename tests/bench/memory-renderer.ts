import { launchChromium } from '#tests/support/chromium.ts';
import type { Figure } from './figure.ts';
import { freshPage, timeToPaint } from './support/paint.ts';
import { rendererPids, residentMb } from './support/resident-memory.ts';
import { startApp } from './support/running-app.ts';

const screens = [
  { hash: '#/deals', selector: '[data-deal]' },
  { hash: '#/deals?view=table', selector: '[role=grid] [role=row]:nth-child(10)' },
] as const;

export const memoryRenderer: Figure = {
  name: 'memory-renderer',
  about: 'the page after board and table were scrolled through | the page on its settings',
  async measure({ endApp, workspace }) {
    await endApp();
    const browser = await launchChromium();
    const app = await startApp(browser, workspace.folder);
    const page = await app.openPage();
    const [pid] = (await rendererPids(browser)).slice(-1);
    if (pid === undefined) throw new Error('No process draws the page');
    await freshPage(page);
    const limit = residentMb(pid);
    for (const { hash, selector } of screens) {
      await timeToPaint(page, { kind: 'go', hash }, { selector });
      await page.locator(selector).first().hover();
      for (let turn = 0; turn < 40; turn += 1) {
        await page.mouse.wheel(0, 2000);
        await page.waitForTimeout(25);
      }
    }
    const value = residentMb(pid);
    await app.close();
    await browser.close();
    return { value, limit, unit: 'MB' };
  },
};
