import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from '#tests/support/chromium.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { removeTestDirectories, testDirectory } from '#tests/support/start-backend.ts';
import { createPrinter, type Printer } from '../../electron/loopback/print.ts';

let printer: Printer;
let canary: Server;
let origin: string;
let secret: string;
const hits: string[] = [];

beforeAll(async () => {
  printer = createPrinter(chromiumPath());
  canary = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response.setHeader('access-control-allow-origin', '*');
    response.end('canary');
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  const file = join(testDirectory(), 'secret.txt');
  writeFileSync(file, 'SECRET-OF-THE-DISK');
  secret = pathToFileURL(file).href;
  await printer.warmUp();
}, 60_000);
afterAll(async () => {
  await printer.close();
  canary.close();
  removeTestDirectories();
});

/** Everything a page could try, were its text ever taken for HTML. */
const attempts: Record<string, () => string> = {
  'a script': () => `<script>document.body.append('RAN'); fetch('${origin}/script')</script>`,
  'a foreign script': () => `<script src="${origin}/x.js"></script>`,
  'a module': () => `<script type="module">import '${origin}/x.js'</script>`,
  'an event handler': () => `<img src="x" onerror="document.body.append('RAN')">`,
  'a loaded handler': () => `<body onload="document.body.append('RAN')">`,
  'a script in an image': () =>
    `<svg xmlns="http://www.w3.org/2000/svg"><script>document.body.append('RAN')</script></svg>`,
  'an image': () => `<img src="${origin}/x.png"><img srcset="${origin}/y.png 1x">`,
  'a stylesheet': () => `<link rel="stylesheet" href="${origin}/x.css">`,
  'an import': () => `<style>@import url('${origin}/x.css');</style>`,
  'a font': () =>
    `<style>@font-face { font-family: f; src: url('${origin}/f.woff2'); } p { font-family: f }</style>`,
  'a background': () => `<style>body { background: url('${origin}/b.png') }</style>`,
  'a frame': () => `<iframe src="${origin}/frame"></iframe>`,
  'a frame of the disk': () => `<iframe src="${secret}"></iframe>`,
  'a frame in data': () => `<iframe src="data:text/html,<p>RAN</p>"></iframe>`,
  'a frame in srcdoc': () => `<iframe srcdoc="<img src=${origin}/srcdoc>"></iframe>`,
  'an object': () => `<object data="${origin}/object"></object><embed src="${origin}/embed">`,
  'an object of the disk': () => `<object data="${secret}" type="text/plain"></object>`,
  'an image of the disk': () => `<img src="${secret}">`,
  'a refresh': () => `<meta http-equiv="refresh" content="0;url=${origin}/refresh">`,
  'a refresh to the disk': () => `<meta http-equiv="refresh" content="0;url=${secret}">`,
  'a base': () => `<base href="${origin}/"><img src="x.png">`,
  'a form': () => `<form action="${origin}/form"><button autofocus>go</button></form>`,
  'a prefetch': () =>
    `<link rel="prefetch" href="${origin}/p"><link rel="preconnect" href="${origin}"><link rel="dns-prefetch" href="${origin}">`,
  media: () =>
    `<video src="${origin}/v" poster="${origin}/p"></video><audio src="${origin}/a" autoplay>`,
  'a policy of its own': () =>
    `<meta http-equiv="content-security-policy" content="default-src *"><img src="${origin}/own">`,
};

describe('P1: whatever is on the page,', () => {
  test.each(Object.entries(attempts))('%s does nothing', async (_what, html) => {
    const document = `<!doctype html><meta charset="utf-8"><title>t</title><p>printed</p>${html()}`;
    const text = await printed(document, '<span></span>');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(hits).toEqual([]);
    expect(text).not.toMatch(/RAN|SECRET|canary/);
    expect(text).toMatch(/^(printed.*)?$/s);
  });

  test.each(Object.entries(attempts))('%s in the footer does nothing', async (_what, html) => {
    const document = '<!doctype html><p>printed</p>';
    // Some of these Chromium refuses to print at all, which is as good.
    const text = await printed(document, html()).catch(() => 'printed');
    expect(hits).toEqual([]);
    expect(text).not.toMatch(/RAN|SECRET|canary/);
    expect(text).toContain('printed');
  });

  test('none of it outlives its print', async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const text = await printed('<!doctype html><p>next</p>', '<span></span>');
    expect({ text, hits }).toEqual({ text: 'next', hits: [] });
  });
});

async function printed(html: string, footerHtml: string): Promise<string> {
  return (await readPdf(await printer.print(html, { footerHtml }))).pages.join('\n');
}
