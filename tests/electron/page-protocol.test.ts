import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ElectronHost, startElectronHost } from './start-host.ts';

let host: ElectronHost;
beforeAll(async () => {
  host = await startElectronHost();
});
afterAll(() => host.stop());

function load(path: string, method = 'GET'): Promise<Response> {
  return host.window.webContents.session.load(`app://bellwether${path}`, method);
}

test('the document carries this policy and these headers', async () => {
  const { headers } = await load('/');
  const shown = Object.fromEntries(headers);
  const name = 'content-security-policy';
  const fresh = (shown[name] ?? '').replace(/nonce-[\w+/]{24}'/, "nonce-FRESH'");
  expect({ ...shown, [name]: fresh }).toMatchInlineSnapshot(`
    {
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-FRESH'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
      "content-type": "text/html; charset=utf-8",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    }
  `);
});

test('each document has a nonce of its own, in the header and in the page alike', async () => {
  const nonces = new Set<string>();
  for (let time = 0; time < 20; time += 1) {
    const response = await load('/');
    const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy(response)) ?? [];
    expect(await response.text()).toContain(`<meta name="csp-nonce" content="${nonce}">`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(20);
});

test('the policy names no unsafe source and no origin but its own', async () => {
  expect(policy(await load('/'))).not.toMatch(/unsafe|\*|https?:|wss?:/);
});

test('files have their content type and the policy too', async () => {
  const script = await load('/assets/page.js');
  expect(script.status).toBe(200);
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(policy(script)).toContain("default-src 'none'");
});

describe('answers nothing for', () => {
  test.each([
    '/index.html',
    '/assets/page.js.map',
    '/assets/page.js?v=1',
    '/assets/',
    '/assets/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '//etc/passwd',
    '/C:/x',
  ])('%s', async (path) => {
    const response = await load(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  test('another method', async () => {
    expect((await load('/', 'POST')).status).toBe(405);
  });
});

test('no scheme may bypass the policy, run service workers or load extensions', () => {
  expect(host.electron.schemes).toEqual([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true },
    },
    { scheme: 'print', privileges: { standard: true, secure: true } },
  ]);
});

function policy(response: Response): string {
  return response.headers.get('content-security-policy') ?? '';
}
