import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchChromium } from '#tests/support/chromium.ts';
import { connectLoopback } from '#tests/support/connect-loopback.ts';
import { startLoopback } from '#tests/support/start-loopback.ts';
import { buildApp } from '../e2e/support/build-app.ts';
import { screens } from './screens.ts';
import { looks, visit, wear } from './visit.ts';

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'gallery' }, only: { type: 'string' } },
});

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const workspaces = ['empty', 'sample'] as const;

/** Draws every screen in both languages, themes, sizes and workspaces: `name-zh-CN-dark-….png`. */
async function main(): Promise<void> {
  buildApp();
  mkdirSync(values.out, { recursive: true });
  const browser = await launchChromium();
  for (const workspace of workspaces) await drawWorkspace(browser, workspace);
  await browser.close();
  console.log(`The gallery is in ${values.out}`);
}

async function drawWorkspace(browser: Browser, workspace: 'empty' | 'sample'): Promise<void> {
  const host = await startLoopback({ sample: workspace === 'sample' });
  const { client, close } = await connectLoopback(await host.newUrl());
  await client.settings.saveSettings({ isSetUp: true });
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.goto(await host.newUrl());
  for (const look of looks) {
    await wear(page, client, look);
    for (const screen of screens) {
      if (values.only !== undefined && !screen.name.includes(values.only)) continue;
      for (const size of sizes) {
        await page.setViewportSize(size);
        if (!(await visit(page, client, screen))) continue;
        const dress = `${look.language}-${look.theme}`;
        const name = `${screen.name}-${dress}-${size.width}-${workspace}.png`;
        await page.screenshot({ path: join(values.out, name) });
      }
    }
  }
  close();
  await host.close();
}

await main();
