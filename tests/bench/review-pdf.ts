import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { emptyHeader } from '#backend/hosting/print-policy.ts';
import type { Figure } from './figure.ts';
import type { PrintedPage } from './support/app-worker.ts';
import { timedPair } from './support/measure.ts';
import { reviewCopy } from './support/prepared-workspace.ts';

export const reviewPdf: Figure = {
  name: 'review-pdf',
  about: "a review from the question to its PDF | bare Chromium printing the same page's HTML",
  async measure({ app, workspace, browser, runs }) {
    const { client } = await app();
    const { reviewId, reviewPage } = workspace;
    const folder = mkdtempSync(join(tmpdir(), 'bellwether-bench-'));
    const file = join(folder, 'review.html');
    writeFileSync(file, reviewPage.html);
    const measured = await timedPair(runs, {
      value: () => client.reviews.previewReview({ reviewId, ...reviewCopy }),
      limit: () => printBare(browser, pathToFileURL(file).href, reviewPage),
    });
    rmSync(folder, { recursive: true });
    return { ...measured, unit: 'ms' };
  },
};

/** Nothing is refused and nothing checked; the paper is the same. */
async function printBare(browser: Browser, url: string, { footerHtml }: PrintedPage) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.pdf({
    format: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: emptyHeader,
    footerTemplate: footerHtml,
    tagged: true,
    outline: true,
  });
  await page.close();
}
