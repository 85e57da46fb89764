import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { chromiumPath } from '#tests/support/chromium.ts';
import { commandLinesNaming, until } from '#tests/support/loopback-process.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { createPrinter, type Printer } from '../../electron/loopback/print.ts';

let printer: Printer;
afterEach(() => printer.close());

const footerHtml =
  '<p style="font-size: 8px">Page <span class="pageNumber"></span> of <span class="totalPages"></span></p>';
const page = (body: string) => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>Brief</title><style>@page { size: A4; margin: 15mm }</style>${body}`;

/** Lays out for minutes: one paragraph without a place to break it. */
const endless = page(`<p>${'回款'.repeat(2_000_000)}</p>`);

/** Browsers that print for this process; other test files have theirs. */
const printing = () =>
  process.platform === 'linux'
    ? commandLinesNaming('playwright_chromiumdev_profile').filter(isOwnChild)
    : [];

function isOwnChild(line: string): boolean {
  try {
    const stat = readFileSync(`/proc/${Number.parseInt(line, 10)}/stat`, 'utf8');
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return parent === String(process.pid);
  } catch {
    return false; // It ended meanwhile.
  }
}

test('a document comes out as A4, tagged, outlined, with its footer', async () => {
  printer = createPrinter(chromiumPath());
  const html = page(
    '<h1>Points</h1><p>12,800.00</p><h1 style="break-before: page">Commitments</h1><p>By Friday</p>',
  );
  const pdf = await readPdf(await printer.print(html, { footerHtml }));
  expect(pdf).toMatchObject({ isTagged: true, outline: ['Points', 'Commitments'] });
  expect(pdf.pages).toHaveLength(2);
  expect(pdf.size.map(Math.round)).toEqual([595, 842]);
  expect(pdf.pages.join()).toContain('12,800.00');
  expect(pdf.pages.join()).toContain('Page 1 of 2');
  expect(pdf.pages.join()).not.toContain('print.invalid');
}, 60_000);

test('a font that the page carries is embedded', async () => {
  printer = createPrinter(chromiumPath());
  const file = join(
    import.meta.dirname,
    '../../node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2',
  );
  const data = readFileSync(file).toString('base64');
  const face = `@font-face { font-family: Carried; src: url(data:font/woff2;base64,${data}) }`;
  const html = page(`<style>${face} p { font-family: Carried }</style><p>Weighted</p>`);
  const bytes = await printer.print(html, { footerHtml: '<span></span>' });
  expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/FontName \/[A-Z]{6}\+Inter/);
}, 60_000);

describe('P2: printing is bounded', () => {
  test('a print that takes too long is given up, its browser ended and the next one works', async () => {
    printer = createPrinter(chromiumPath(), 4000);
    await printer.warmUp();
    const before = printing();
    const begun = performance.now();
    const hung = printer.print(endless, { footerHtml });
    const next = printer.print(page('<p>next one</p>'), { footerHtml });
    await expect(hung).rejects.toThrow('Printing took too long');
    expect(performance.now() - begun).toBeLessThan(9000);
    expect((await readPdf(await next)).pages[0]).toContain('next one');
    await until(() => printing().every((line) => !before.includes(line)));
  }, 60_000);

  test('one document is printed at a time, in order', async () => {
    printer = createPrinter(chromiumPath());
    const order: number[] = [];
    const jobs = [1, 2, 3].map(async (number) => {
      const pdf = await readPdf(await printer.print(page(`<p>${number}</p>`), { footerHtml }));
      order.push(number);
      return pdf.pages[0];
    });
    const texts = await Promise.all(jobs);
    expect(order).toEqual([1, 2, 3]);
    expect(texts.map((text = '') => text[0])).toEqual(['1', '2', '3']);
  }, 60_000);

  test.runIf(process.platform === 'linux')(
    'a browser that died is started again',
    async () => {
      printer = createPrinter(chromiumPath());
      const before = printing();
      await printer.warmUp();
      const [main = ''] = printing().filter((line) => !before.includes(line));
      process.kill(Number.parseInt(main, 10), 'SIGKILL');
      await until(() => printing().every((line) => before.includes(line)));
      const pdf = await readPdf(await printer.print(page('<p>another</p>'), { footerHtml }));
      expect(pdf.pages.join()).toContain('another');
    },
    60_000,
  );

  test('without a browser a print fails at once and says why', async () => {
    printer = createPrinter(null);
    await expect(printer.print(page(''), { footerHtml })).rejects.toThrow('No browser to print');
  });
});
