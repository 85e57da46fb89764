import { type Browser, type CDPSession, chromium } from 'playwright-core';
import { oneAtATime, withinTime } from '../backend/hosting/one-at-a-time.ts';
import {
  emptyHeader,
  loopbackPrintUrl,
  printHeaders,
  printTimeoutMs,
} from '../backend/hosting/print-policy.ts';
import type { HostServices } from '../backend/start-worker.ts';

export type Printer = {
  print: HostServices['printPdf'];
  /** Starts the browser, so that the first print does not wait for it. */
  warmUp(): Promise<void>;
  close(): Promise<void>;
};

const printerFlags = [
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-gpu',
];

/**
 * Prints with a headless browser that is kept warm, one document at a time. Scripts are off and
 * the document itself, answered from memory, is the only request that is not failed.
 *
 * @param browser path of a Chromium-family browser; null makes every print fail
 */
export function createPrinter(browser: string | null, timeoutMs = printTimeoutMs): Printer {
  const inTurn = oneAtATime();
  let running: Promise<Browser> | null = null;
  const start = () => {
    if (browser === null) throw new Error('No browser to print with was found');
    const started = launch(browser);
    const forget = () => {
      if (running === started) running = null;
    };
    started.then((ready) => ready.once('disconnected', forget), forget);
    running = started;
    return started;
  };
  const stop = async () => {
    const stopping = running;
    running = null;
    await stopping?.then((ready) => ready.close()).catch(() => undefined);
  };
  const attempt = async (html: string, footerHtml: string, isLast = false): Promise<Buffer> => {
    const late = new Error('Printing took too long');
    const ready = await (running ?? start());
    try {
      return await withinTime(printDocument(ready, html, footerHtml), timeoutMs, late);
    } catch (error) {
      if (error === late) await stop();
      // A browser that died while nobody printed is noticed only now.
      if (error === late || isLast || ready.isConnected()) throw error;
      running = null;
      return attempt(html, footerHtml, true);
    }
  };
  return {
    print: (html, { footerHtml }) => inTurn(() => attempt(html, footerHtml)),
    warmUp: async () => void (await inTurn(async () => running ?? start())),
    close: stop,
  };
}

function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: printerFlags,
    // Chromium's sandbox does not work for root.
    chromiumSandbox: process.getuid?.() !== 0,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

async function printDocument(browser: Browser, html: string, footerHtml: string) {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    acceptDownloads: false,
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    await answerOnly(await context.newCDPSession(page), html);
    await page.goto(loopbackPrintUrl, { timeout: 0 });
    return await page.pdf({
      format: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: emptyHeader,
      footerTemplate: footerHtml,
      tagged: true,
      outline: true,
    });
  } finally {
    await context.close().catch(() => undefined);
  }
}

/** Answers the document's own request, once, and fails every other. */
async function answerOnly(devtools: CDPSession, html: string): Promise<void> {
  let isAnswered = false;
  devtools.on('Fetch.requestPaused', ({ requestId, request }) => {
    const isDocument = !isAnswered && request.url === loopbackPrintUrl;
    isAnswered ||= isDocument;
    const done = isDocument
      ? devtools.send('Fetch.fulfillRequest', {
          requestId,
          responseCode: 200,
          responseHeaders: Object.entries(printHeaders).map(([name, value]) => ({ name, value })),
          body: Buffer.from(html).toString('base64'),
        })
      : devtools.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    done.catch(() => undefined);
  });
  await devtools.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}
