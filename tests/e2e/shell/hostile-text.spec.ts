import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppClient } from '#backend/router.ts';
import { connectLoopback } from '#tests/support/connect-loopback.ts';
import { startLoopback } from '#tests/support/start-loopback.ts';
import { screens } from '../../gallery/screens.ts';
import { visit } from '../../gallery/visit.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { test as base, expect, watch } from '../support/fixtures.ts';

const failedPage = /^(这一页没能显示|This page could not be shown)$/;

base('text from people and files is never more than text, on any screen', async ({ page }) => {
  base.setTimeout(400_000);
  const dataDirectory = mkdtempSync(join(tmpdir(), 'bellwether-e2e-'));
  await (await startLoopback({ dataDirectory, sample: true })).close();
  const written = poisonSample(dataDirectory);
  const columns = ['deal.name', 'person.name', 'account.name', 'review.summary'];
  expect(written).toEqual(expect.arrayContaining(columns));
  const host = await startLoopback({ dataDirectory, sample: true });
  const { client, close } = await connectLoopback(await host.newUrl());
  await makeFinal(client);
  const problems: string[] = [];
  watch(page, new URL(host.url).origin, problems);
  await new ShellPage(page).open(await host.newUrl());
  const seen: string[] = [];
  const addresses: string[] = [];
  for (const screen of screens) {
    if (!(await visit(page, client, screen))) continue;
    seen.push(screen.name);
    addresses.push(new URL(page.url()).hash);
    await expect(page.getByText(failedPage), screen.name).toHaveCount(0);
    // Asked of each screen: the next one starts from a fresh page.
    expect(await page.evaluate(() => '__pwn' in window), screen.name).toBe(false);
  }
  expect(seen).toEqual(screens.map(({ name }) => name));
  const routes = routePatterns();
  expect(routes.length).toBeGreaterThan(10);
  expect(routes.filter((route) => !addresses.some((address) => route.test(address)))).toEqual([]);
  expect(problems).toEqual([]);
  close();
  await host.close();
  rmSync(dataDirectory, { recursive: true });
});

/** Of the two reviews that were begun, the complete one becomes final with its hostile texts. */
async function makeFinal(client: AppClient): Promise<void> {
  const states: string[] = [];
  for (const { id: reviewId } of await client.reviews.listReviews({})) {
    const { state } = await client.reviews.finaliseReview({ reviewId, language: 'zh-en' });
    states.push(state);
  }
  expect(states.toSorted()).toEqual(['final', 'refused']);
}

/** The app's addresses, with patterns for the parts that name a record. */
function routePatterns(): RegExp[] {
  const folder = join(import.meta.dirname, '../../../renderer/app/routes');
  const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const paths = sources.flatMap((source) => [...source.matchAll(/path: '(\/[a-z][^']*)'/g)]);
  return paths.map(
    ([, path = '']) => new RegExp(`^#${path.replaceAll(/\$\w+/g, '[^/?]+')}(\\?|$)`),
  );
}

/** Fills every text column of the closed workspace. @returns `table.column` of each */
function poisonSample(dataDirectory: string): string[] {
  const program = join(import.meta.dirname, '../../support/poison-workspace.ts');
  return JSON.parse(execFileSync(process.execPath, [program, dataDirectory], { encoding: 'utf8' }));
}
