import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf, startTestHost, type TestHost } from '#tests/support/loopback-host.ts';
import { fromPage, navigation, requestText, sendRaw } from '#tests/support/raw-http.ts';
import { removeTestDirectories } from '#tests/support/start-backend.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost({ browser: null });
});
afterAll(async () => {
  await host.close();
  removeTestDirectories();
});

const send = (parts: Parameters<typeof requestText>[0]) => sendRaw(host.port, requestText(parts));

describe('L1: only this machine is listened to', () => {
  const elsewhere = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address }) => address)
    .filter((address) => address !== '127.0.0.1');

  test.each([...new Set([...elsewhere, '::1', '127.0.0.2'])])('%s refuses', async (address) => {
    const outcome = await new Promise<string>((resolve) => {
      const socket = connect({ host: address, port: host.port });
      socket.once('connect', () => resolve('connected'));
      socket.once('error', () => resolve('refused'));
    });
    expect(outcome).toBe('refused');
  });

  test('the system lists one listener, at 127.0.0.1', () => {
    if (process.platform !== 'linux') return;
    const { stdout } = spawnSync('cat', [`/proc/${process.pid}/net/tcp`], { encoding: 'utf8' });
    const hexPort = host.port.toString(16).toUpperCase().padStart(4, '0');
    const listening = stdout.split('\n').filter((line) => / 0A /.test(line));
    const ours = listening.filter((line) => line.includes(`:${hexPort} `));
    expect(ours.map((line) => line.trim().split(/\s+/)[1])).toEqual([`0100007F:${hexPort}`]);
  });
});

describe('L2: the Host is exactly ours', () => {
  const names = ['localhost', 'evil.test', '127.1', '0.0.0.0', '[::1]', '2130706433', '127.0.0.1.'];
  const wrong = [
    ...names.map((name) => `${name}:PORT`),
    ...names,
    '127.0.0.1',
    '127.0.0.1:1',
    '127.0.0.1:PORT ',
    'a@127.0.0.1:PORT',
    '127.0.0.1:PORT,evil.test',
    '',
  ];

  test.each(wrong)("'%s' is 421", async (name) => {
    const given = name.replace('PORT', String(host.port));
    const padded = given.endsWith(' ') ? `${given}x` : given;
    const answer = await send({ headers: { ...navigation(host.host), host: padded } });
    expect([400, 421]).toContain(answer?.status);
    expect(answer?.body).toBe('');
  });

  test('two Host lines are 421, whichever is first', async () => {
    const { host: _own, ...rest } = navigation(host.host);
    for (const pair of [
      [host.host, 'evil.test'],
      ['evil.test', host.host],
      [host.host, host.host],
    ]) {
      const headers = [...pair.map((value): [string, string] => ['Host', value])];
      const answer = await send({ headers: [...headers, ...Object.entries(rest)] });
      expect([400, 421]).toContain(answer?.status);
    }
  });

  test('no Host is 421, in HTTP/1.0 and 1.1 alike', async () => {
    const { host: _own, ...headers } = navigation(host.host);
    expect((await send({ headers, version: '1.0' }))?.status).toBe(421);
    expect((await send({ headers }))?.status).toBe(421);
  });

  test('an absolute address in the request line is 421, even our own', async () => {
    for (const path of [`http://${host.host}/`, 'http://evil.test/', 'HTTPS://evil.test/']) {
      expect((await send({ path, headers: navigation(host.host) }))?.status).toBe(421);
    }
  });
});

describe('L3: who asks', () => {
  test('the page opens for a person and for itself', async () => {
    const own = navigation(host.host);
    expect((await send({ headers: own }))?.status).toBe(200);
    expect((await send({ headers: { ...own, 'sec-fetch-site': 'same-origin' } }))?.status).toBe(
      200,
    );
  });

  test.each([
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-site'],
    ['sec-fetch-site', ''],
    ['sec-fetch-mode', 'no-cors'],
    ['sec-fetch-mode', 'cors'],
    ['sec-fetch-dest', 'iframe'],
    ['sec-fetch-dest', 'image'],
    ['sec-fetch-dest', 'object'],
  ])('a document with %s: %s is 403', async (name, value) => {
    expect((await send({ headers: { ...navigation(host.host), [name]: value } }))?.status).toBe(
      403,
    );
  });

  test.each(['sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'])(
    'a document without %s is 403',
    async (name) => {
      const { [name]: _left, ...headers } = navigation(host.host);
      expect((await send({ headers }))?.status).toBe(403);
    },
  );

  test('a file of the page is for the page alone', async () => {
    const path = '/assets/page.js';
    const own = await send({ path, headers: fromPage(host.host) });
    expect(own).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    });
    const { 'sec-fetch-site': _left, ...none } = fromPage(host.host);
    expect((await send({ path, headers: none }))?.status).toBe(403);
    const foreign = { ...fromPage(host.host), 'sec-fetch-site': 'cross-site' };
    expect((await send({ path, headers: foreign }))?.status).toBe(403);
  });

  const origins = [
    'null',
    '',
    'http://localhost:PORT',
    'http://127.0.0.1',
    'http://127.0.0.1:1',
    'https://127.0.0.1:PORT',
    'http://evil.test',
    'http://127.0.0.1:PORT/',
    'HTTP://127.0.0.1:PORT',
    'file://',
  ];
  test.each(origins)("a code from the origin '%s' is 403", async (origin) => {
    const code = codeOf(host.newAddress(30_000));
    const given = origin.replace('PORT', String(host.port));
    expect((await exchange(code, { origin: given }))?.status).toBe(403);
    expect((await exchange(code))?.status).toBe(200);
  });

  test('a code without an origin, or with two, is 403', async () => {
    const code = codeOf(host.newAddress(30_000));
    const body = JSON.stringify({ code });
    const { origin = '', ...rest } = fromPage(host.host);
    const none = {
      ...rest,
      'content-type': 'application/json',
      'content-length': String(body.length),
    };
    expect((await post(Object.entries(none), body))?.status).toBe(403);
    const twice: [string, string][] = [
      ['origin', origin],
      ['origin', origin],
    ];
    expect((await post([...Object.entries(none), ...twice], body))?.status).toBe(403);
  });
});

describe('L4: one code, one token', () => {
  test('a code works once', async () => {
    const code = codeOf(host.newAddress(30_000));
    const answer = await exchange(code);
    expect(answer?.status).toBe(200);
    expect(JSON.parse(answer?.body ?? '')).toEqual({ token: expect.stringMatching(/^[\w-]{43}$/) });
    expect((await exchange(code))?.status).toBe(401);
  });

  test('a new code voids the one before', async () => {
    const [first, second] = [host.newAddress(30_000), host.newAddress(30_000)].map(codeOf);
    expect((await exchange(first ?? ''))?.status).toBe(401);
    expect((await exchange(second ?? ''))?.status).toBe(200);
  });

  test('a wrong guess is 401 and leaves the code in force', async () => {
    const code = codeOf(host.newAddress(30_000));
    for (const guess of ['', 'x', `${code}x`, code.slice(0, -1), code.toUpperCase()]) {
      expect((await exchange(guess))?.status).toBe(401);
    }
    expect((await exchange(code))?.status).toBe(200);
  });

  test('a late code is 401', async () => {
    const code = codeOf(host.newAddress(20));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await exchange(code))?.status).toBe(401);
  });

  test('no answer sets a cookie, and a cookie changes nothing', async () => {
    const code = codeOf(host.newAddress(30_000));
    const answer = await exchange(code, { cookie: 'token=x' });
    expect(answer?.headers).not.toHaveProperty('set-cookie');
  });

  test.each([
    ['not JSON', '{'],
    ['no object', '[]'],
    ['no code', '{}'],
    ['a number', '{"code":1}'],
    ['more than a code', '{"code":"x","more":1}'],
    ['bytes that are no text', '\xff\xfe'],
    ['nothing', ''],
  ])('a body of %s is 400', async (_what, body) => {
    const headers = { ...fromPage(host.host), 'content-type': 'application/json' };
    const length = String(Buffer.byteLength(body, 'latin1'));
    const request = requestText({
      method: 'POST',
      path: '/session',
      headers: { ...headers, 'content-length': length },
      body,
    });
    expect((await sendRaw(host.port, Buffer.from(request, 'latin1')))?.status).toBe(400);
  });
});

describe('L5: no CORS', () => {
  test('the document is answered with these headers and no other', async () => {
    const { headers = {} } = (await send({ headers: navigation(host.host) })) ?? {};
    const { date, 'content-length': length, ...rest } = headers;
    expect(date).toBeTruthy();
    expect(Number(length)).toBeGreaterThan(0);
    const shown = Object.entries(rest).map(([name, value]): [string, string] => [
      name,
      value.replace(/nonce-[\w+/]{24}/, 'nonce-FRESH').replaceAll(String(host.port), 'PORT'),
    ]);
    expect(Object.fromEntries(shown)).toMatchInlineSnapshot(`
      {
        "cache-control": "no-store",
        "connection": "close",
        "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-FRESH'; img-src 'self' data:; font-src 'self'; connect-src 'self' ws://127.0.0.1:PORT; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
        "content-type": "text/html; charset=utf-8",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
      }
    `);
  });

  test.each(['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'TRACE', 'PROPFIND'])(
    '%s is 405, everywhere',
    async (method) => {
      for (const path of ['/', '/session', '/rpc', '/assets/page.js']) {
        const answer = await send({ method, path, headers: fromPage(host.host) });
        expect(answer?.status).toBe(405);
        expect(Object(answer?.headers).allow).toBe(path === '/session' ? 'POST' : 'GET');
        expect(Object.keys(answer?.headers ?? {}).join()).not.toMatch(/access-control/);
      }
    },
  );

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json; charset=gbk',
    'text/json',
    '',
  ])("a code sent as '%s' is 415", async (type) => {
    const code = codeOf(host.newAddress(30_000));
    expect((await exchange(code, { 'content-type': type }))?.status).toBe(415);
  });

  test('every refusal has the protective headers too', async () => {
    const answers = [
      await send({ headers: { host: 'evil.test' } }),
      await send({ method: 'OPTIONS', headers: fromPage(host.host) }),
      await send({ path: '/nothing', headers: fromPage(host.host) }),
      await send({ headers: { host: host.host } }),
      await exchange('wrong'),
    ];
    expect(answers.map((answer) => answer?.status)).toEqual([421, 405, 404, 403, 401]);
    for (const answer of answers) {
      expect(answer?.headers).toMatchObject({
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
      expect(answer?.headers['content-security-policy']).toContain("default-src 'none'");
    }
  });
});

function post(headers: [string, string][], body: string) {
  return send({ method: 'POST', path: '/session', headers, body });
}

function exchange(code: string, change: Record<string, string> = {}) {
  const body = JSON.stringify({ code });
  const headers = {
    ...fromPage(host.host),
    'content-type': 'application/json',
    'content-length': String(body.length),
    ...change,
  };
  return post(Object.entries(headers), body);
}
