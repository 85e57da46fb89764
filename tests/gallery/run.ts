import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import type { Language } from '#shared/contract/fields.ts';
import { languages } from '#shared/i18n/index.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { connectLoopback } from '#tests/support/connect-loopback.ts';
import { startLoopback } from '#tests/support/start-loopback.ts';
import { buildApp } from '../e2e/support/build-app.ts';
import { drawDocuments } from './draw-document.ts';
import { screens } from './screens.ts';
import { looks, settled, visit, wear } from './visit.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'gallery' },
    only: { type: 'string' },
    help: { type: 'boolean' },
  },
});

const usage = `npm run gallery -- [--out FOLDER] [--only PART]
  --out   where the pictures go (gallery)
  --only  only the screens whose name holds PART, and no documents: ${screens.map(({ name }) => name).join(', ')}`;

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const workspaces = ['empty', 'sample'] as const;
type Workspace = (typeof workspaces)[number];

/** Draws every screen in both languages, themes, sizes and workspaces: `name-zh-CN-dark-….png`. */
async function main(): Promise<void> {
  buildApp();
  mkdirSync(values.out, { recursive: true });
  const browser = await launchChromium();
  for (const workspace of workspaces) {
    for (const language of languages) await drawWorkspace(browser, workspace, language);
  }
  await browser.close();
  console.log(`The gallery is in ${values.out}`);
}

async function drawWorkspace(
  browser: Browser,
  workspace: Workspace,
  language: Language,
): Promise<void> {
  const host = await startLoopback();
  const { client, close } = await connectLoopback(await host.newUrl());
  await client.settings.saveSettings({ isSetUp: true });
  if (workspace === 'sample') await client.sample.open({ language });
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.goto(await host.newUrl());
  for (const look of looks.filter((one) => one.language === language)) {
    await wear(page, client, look);
    for (const screen of screens) {
      if (values.only !== undefined && !screen.name.includes(values.only)) continue;
      if (await visit(page, client, screen)) {
        await draw(page, `${screen.name}-${language}-${look.theme}`, workspace);
      }
    }
  }
  if (workspace === 'sample' && values.only === undefined) {
    await drawDocuments(browser, client, values.out);
  }
  close();
  await host.close();
}

async function draw(page: Page, name: string, workspace: Workspace): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await settled(page);
    await page.screenshot({ path: join(values.out, `${name}-${size.width}-${workspace}.png`) });
  }
}

if (values.help) console.log(usage);
else await main();
