import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  expect(written).toEqual(expect.arrayContaining(['deal.name', 'person.name', 'account.name']));
  const host = await startLoopback({ dataDirectory, sample: true });
  const { client, close } = await connectLoopback(await host.newUrl());
  const problems: string[] = [];
  watch(page, new URL(host.url).origin, problems);
  await new ShellPage(page).open(await host.newUrl());
  const seen: string[] = [];
  for (const screen of screens) {
    if (!(await visit(page, client, screen))) continue;
    seen.push(screen.name);
    await expect(page.getByText(failedPage), screen.name).toHaveCount(0);
  }
  expect(await page.evaluate(() => '__pwn' in window)).toBe(false);
  expect(seen.length).toBeGreaterThan(screens.length / 2);
  expect(problems).toEqual([]);
  close();
  await host.close();
  rmSync(dataDirectory, { recursive: true });
});

/** Fills every text column of the closed workspace. @returns `table.column` of each */
function poisonSample(dataDirectory: string): string[] {
  const program = join(import.meta.dirname, '../../support/poison-workspace.ts');
  return JSON.parse(execFileSync(process.execPath, [program, dataDirectory], { encoding: 'utf8' }));
}
