import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '#tests/support/chromium.ts';
import { startTestHost, type TestHost } from '#tests/support/loopback-host.ts';
import { removeTestDirectories } from '#tests/support/start-backend.ts';

let host: TestHost;
let evil: Server;
let evilPort: number;
let browser: Browser;
beforeAll(async () => {
  host = await startTestHost({ browser: null });
  evil = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>evil</title>');
  });
  await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
  evilPort = (evil.address() as AddressInfo).port;
  browser = await launchChromium(['--host-resolver-rules=MAP evil.test 127.0.0.1']);
}, 60_000);
afterAll(async () => {
  await browser.close();
  evil.close();
  await host.close();
  removeTestDirectories();
});

test('the page itself gets in, keeps its session over a reload and leaves no code behind', async () => {
  const page = await browser.newPage();
  const problems = listenForProblems(page);
  const address = host.newAddress(30_000);
  await page.goto(address);
  await expect.poll(() => page.textContent('#state')).toBe('{"ready":true}');
  expect(page.url()).toBe(`${host.origin}/`);
  await page.reload();
  await expect.poll(() => page.textContent('#state')).toBe('{"ready":true}');
  const color = await page.evaluate(() => getComputedStyle(document.body).color);
  expect(color).toBe('rgb(1, 2, 3)');
  expect(await page.context().cookies()).toEqual([]);
  expect(problems).toEqual([]);

  const second = await browser.newPage();
  await second.goto(address);
  await expect.poll(() => second.url()).toBe(`${host.origin}/`);
  expect(await second.textContent('#state')).toBe('closed');
  expect(await second.evaluate(() => sessionStorage.length)).toBe(0);
});

test('the policy stops inline scripts, foreign requests, frames and plugins in the page', async () => {
  const page = await browser.newPage();
  await page.goto(`${host.origin}/`);
  const stopped = await page.evaluate(async (port) => {
    const violated: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      violated.push(effectiveDirective),
    );
    const add = (tag: string, attributes: Record<string, string>, text = '') => {
      const element = Object.assign(document.createElement(tag), attributes);
      element.textContent = text;
      document.body.append(element);
    };
    add('script', {}, 'window.ran = true');
    add('style', {}, 'body { color: red }');
    add('script', { src: `http://127.0.0.1:${port}/x.js` });
    add('img', { src: `http://127.0.0.1:${port}/x.png` });
    add('iframe', { src: `http://127.0.0.1:${port}/` });
    add('object', { data: `http://127.0.0.1:${port}/` });
    await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { violated: violated.sort(), ran: Reflect.get(window, 'ran') };
  }, evilPort);
  expect(stopped).toEqual({
    ran: undefined,
    violated: [
      'connect-src',
      'frame-src',
      'img-src',
      'object-src',
      'script-src-elem',
      'script-src-elem',
      'style-src-elem',
    ],
  });
});

describe('a page of another origin gets nothing', () => {
  const origins = () => [
    `http://127.0.0.1:${evilPort}`,
    `http://localhost:${evilPort}`,
    `http://evil.test:${evilPort}`,
  ];
  const targets = () => [host.origin, host.origin.replace('127.0.0.1', 'localhost')];

  test.each([0, 1, 2])('by fetch, in any mode (origin %i)', async (index) => {
    const page = await evilPage(origins()[index] ?? '');
    const answers = await page.evaluate(async (bases) => {
      const read = async (url: string, init: RequestInit) => {
        try {
          const answer = await fetch(url, init);
          return `${answer.type} ${answer.status} ${(await answer.text()).length}`;
        } catch {
          return 'blocked';
        }
      };
      const post = { method: 'POST', body: '{"code":"x"}' };
      const json = { ...post, headers: { 'content-type': 'application/json' } };
      const requests: [string, RequestInit][] = bases.flatMap((base): [string, RequestInit][] => [
        [`${base}/`, {}],
        [`${base}/`, { mode: 'no-cors', credentials: 'include' }],
        [`${base}/assets/page.js`, { mode: 'no-cors' }],
        [`${base}/session`, post],
        [`${base}/session`, { ...post, mode: 'no-cors' }],
        [`${base}/session`, json],
      ]);
      return Promise.all(requests.map(([url, init]) => read(url, init)));
    }, targets());
    expect(new Set(answers.filter((answer) => answer !== 'opaque 0 0'))).toEqual(
      new Set(['blocked']),
    );
  });

  test.each([0, 1, 2])('by image, script, style or frame (origin %i)', async (index) => {
    const page = await evilPage(origins()[index] ?? '');
    const outcomes = await page.evaluate(async (base) => {
      const load = (tag: string, attributes: Record<string, string>) =>
        new Promise<string>((resolve) => {
          const element = Object.assign(document.createElement(tag), attributes);
          element.addEventListener('load', () => resolve(`${tag} loaded`));
          element.addEventListener('error', () => resolve(`${tag} refused`));
          document.body.append(element);
        });
      return Promise.all([
        load('img', { src: `${base}/` }),
        load('script', { src: `${base}/assets/page.js` }),
        load('link', { rel: 'stylesheet', href: `${base}/assets/page.css` }),
      ]);
    }, host.origin);
    expect(outcomes).toEqual(['img refused', 'script refused', 'link refused']);
    expect(await framedStatus(page)).toBe(403);
  });

  test.each([0, 1, 2])('by a form, a link or a new window (origin %i)', async (index) => {
    const origin = origins()[index] ?? '';
    const attempts = [
      `const form = document.createElement('form'); form.method = 'post'; form.action = BASE + '/session'; document.body.append(form); form.submit();`,
      `location.href = BASE + '/';`,
      `location.href = BASE + '/opening';`,
      `const link = document.createElement('a'); link.href = BASE + '/#code=x'; document.body.append(link); link.click();`,
    ];
    for (const attempt of attempts) {
      const page = await evilPage(origin);
      const answered = page.waitForResponse((answer) => answer.url().startsWith(host.origin));
      await page.evaluate(attempt.replaceAll('BASE', JSON.stringify(host.origin)));
      expect((await answered).status()).toBe(403);
      await page.close();
    }
  });

  test.each([0, 1, 2])('by WebSocket (origin %i)', async (index) => {
    const page = await evilPage(origins()[index] ?? '');
    const outcomes = await page.evaluate(
      (bases) =>
        Promise.all(
          bases.map(
            (base) =>
              new Promise<string>((resolve) => {
                const socket = new WebSocket(`${base.replace('http', 'ws')}/rpc`);
                socket.onopen = () => resolve('open');
                socket.onerror = () => resolve('refused');
              }),
          ),
        ),
      targets(),
    );
    expect(outcomes).toEqual(['refused', 'refused']);
  });

  test('by a name that was rebound to this machine', async () => {
    const page = await browser.newPage();
    const answered = page.waitForResponse(`http://evil.test:${host.port}/`);
    await page.goto(`http://evil.test:${host.port}/`).catch(() => undefined);
    expect((await answered).status()).toBe(421);
  });
});

async function evilPage(origin: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${origin}/`);
  return page;
}

async function framedStatus(page: Page): Promise<number> {
  const answered = page.waitForResponse(`${host.origin}/`);
  await page.evaluate((src) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src }));
  }, `${host.origin}/`);
  return (await answered).status();
}

function listenForProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return problems;
}
