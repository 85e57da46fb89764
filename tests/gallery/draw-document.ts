import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { AppClient } from '#backend/router.ts';
import { documentCopy, documentLanguage } from '#shared/contract/documents.ts';
import { languages } from '#shared/i18n/index.ts';
import { readDocument } from '#tests/support/read-document.ts';

/** Pixels for a point. */
const scale = 1.5;

/** Draws every page of every document of the workspace: `document-<name>-1.png`, … */
export async function drawDocuments(
  browser: Browser,
  client: AppClient,
  out: string,
): Promise<void> {
  const page = await openReader(browser);
  await printMissing(client);
  for (const { id, name, mime } of await client.documents.listDocuments({})) {
    if (mime !== 'application/pdf') continue;
    const pdf = await readDocument({ client }, id);
    await drawPages(page, Buffer.from(pdf).toString('base64'), join(out, `document-${name}`));
  }
  for (const review of await client.reviews.listReviews({})) {
    for (const language of documentLanguage.options) {
      for (const copy of documentCopy.options) {
        const choice = { reviewId: review.id, copy, language };
        const { base64 } = await client.reviews.previewReview(choice);
        const name = `review-${review.personName}-${review.status}-${copy}-${language}`;
        await drawPages(page, base64, join(out, `document-${name}`));
      }
    }
  }
  await page.close();
}

/** Prints what a sample holds no copy of: the register, and the brief of the first and last met. */
async function printMissing(client: AppClient): Promise<void> {
  const { people } = await client.coaching.getOverview();
  const met = people.toSorted((a, b) => (a.lastOn ?? '').localeCompare(b.lastOn ?? ''));
  for (const language of languages) {
    await client.risks.printRegister({ filter: {}, language });
    for (const one of [met.at(0), met.at(-1)]) {
      if (one === undefined) continue;
      const choice = { personId: one.person.id, sessionId: null, language };
      await client.coaching.printBrief(choice);
    }
  }
}

/** A page with pdfjs in it; its worker runs in the page itself. */
async function openReader(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  for (const file of ['pdf.mjs', 'pdf.worker.mjs']) {
    const path = fileURLToPath(import.meta.resolve(`pdfjs-dist/build/${file}`));
    await page.addScriptTag({ path, type: 'module' });
  }
  await page.waitForFunction(() => 'pdfjsLib' in globalThis && 'pdfjsWorker' in globalThis);
  return page;
}

async function drawPages(page: Page, base64: string, path: string): Promise<void> {
  const images = await page.evaluate(drawInPage, { base64, scale });
  images.forEach((image, index) => {
    writeFileSync(`${path}-${index + 1}.png`, Buffer.from(image.split(',')[1] ?? '', 'base64'));
  });
}

/** Runs in the browser. @returns a data URL for each page */
async function drawInPage(input: { base64: string; scale: number }): Promise<string[]> {
  const { pdfjsLib } = globalThis as unknown as { pdfjsLib: typeof import('pdfjs-dist') }; // see openReader
  const data = Uint8Array.from(atob(input.base64), (character) => character.charCodeAt(0));
  const pdf = await pdfjsLib.getDocument({ data, disableFontFace: true }).promise;
  const images: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: input.scale });
    const canvas = document.createElement('canvas');
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    await page.render({ canvas, viewport }).promise;
    images.push(canvas.toDataURL('image/png'));
  }
  await pdf.loadingTask.destroy();
  return images;
}
