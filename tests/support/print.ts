import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { emptyHeader, loopbackPrintUrl, printHeaders } from '#backend/hosting/print-policy.ts';
import type { Platform } from '#backend/platform.ts';

const candidates = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export type TestPrinter = Pick<Platform, 'printPdf'> & {
  /** Addresses that documents asked for; must stay empty. */
  refused: string[];
  close(): Promise<void>;
};

/** Prints with a real Chromium under the printers' policy: scripts off, every request refused. */
export async function startPrinter(): Promise<TestPrinter> {
  const executablePath = candidates.find((path) => path !== undefined && existsSync(path));
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  const refused: string[] = [];
  return {
    refused,
    printPdf: (html) => print(browser, html, refused),
    close: () => browser.close(),
  };
}

async function print(browser: Browser, html: string, refused: string[]): Promise<Uint8Array> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  session.on('Fetch.requestPaused', async ({ requestId, request }) => {
    if (request.url !== loopbackPrintUrl) {
      refused.push(request.url);
      await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return;
    }
    await session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: Object.entries(printHeaders).map(([name, value]) => ({ name, value })),
      body: Buffer.from(html).toString('base64'),
    });
  });
  await page.goto(loopbackPrintUrl);
  const { data } = await session.send('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: emptyHeader,
    footerTemplate: '<span></span>',
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  await context.close();
  return Buffer.from(data, 'base64');
}

/** Stands in for the printer where a test is not about paper: other pages give other bytes. */
export const stubPrinter: Pick<Platform, 'printPdf'> = {
  printPdf: async (html) => createHash('sha512').update(html).digest(),
};
