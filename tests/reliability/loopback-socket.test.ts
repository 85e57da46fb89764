import { once } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { AppClient } from '#backend/router.ts';
import { codeOf, startTestHost, type TestHost } from '#tests/support/loopback-host.ts';
import { fromPage, requestText, sendRaw } from '#tests/support/raw-http.ts';
import { removeTestDirectories } from '#tests/support/start-backend.ts';

let host: TestHost;
let token: string;
beforeAll(async () => {
  host = await startTestHost({ browser: null });
  token = await newToken();
});
afterAll(async () => {
  await host.close();
  removeTestDirectories();
});

async function newToken(): Promise<string> {
  const body = JSON.stringify({ code: codeOf(host.newAddress(30_000)) });
  const answer = await fetchSession(body);
  return JSON.parse(answer?.body ?? '{}').token;
}

function fetchSession(body: string) {
  const headers = {
    ...fromPage(host.host),
    'content-type': 'application/json',
    'content-length': String(body.length),
  };
  return sendRaw(host.port, requestText({ method: 'POST', path: '/session', headers, body }));
}

function open(headers: Record<string, string> = {}): WebSocket {
  return new WebSocket(`ws://${host.host}/rpc`, {
    headers: { origin: `http://${host.host}`, ...headers },
  });
}

async function joined(): Promise<WebSocket> {
  const socket = open();
  await once(socket, 'open');
  socket.send(JSON.stringify({ token }));
  const [ready] = await once(socket, 'message');
  expect(String(ready)).toBe('{"ready":true}');
  return socket;
}

function clientOf(socket: WebSocket): AppClient {
  // `ws` has the parts of the browser's WebSocket that the link uses.
  const websocket = socket as unknown as globalThis.WebSocket;
  return createORPCClient(new RPCLink({ websocket }));
}

test('after its token the page speaks with the real backend', async () => {
  const socket = await joined();
  const client = clientOf(socket);
  expect(await client.workspace.getStatus()).toMatchObject({ state: 'open', kind: 'own' });
  const saved = await client.settings.saveSettings({ teamName: '华东一组' });
  expect(saved.teamName).toBe('华东一组');
  socket.close();
});

test('frames sent right behind the token are not lost', async () => {
  const socket = open();
  await once(socket, 'open');
  const heard: string[] = [];
  socket.on('message', (data) => heard.push(String(data)));
  socket.send(JSON.stringify({ token }));
  socket.send('{"i":"7","p":{"u":"/workspace/getStatus"}}');
  await expect.poll(() => heard.length).toBe(2);
  expect(heard[0]).toBe('{"ready":true}');
  expect(JSON.parse(heard[1] ?? '')).toMatchObject({ i: '7' });
  socket.close();
});

describe('the handshake follows the same rules:', () => {
  const attempts: [string, Record<string, string>, number][] = [
    ['a foreign origin', { origin: 'http://evil.test' }, 403],
    ['the origin of another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['localhost as origin', { origin: 'http://localhost:PORT' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['a cross-site request', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a same-site request', { 'sec-fetch-site': 'same-site' }, 403],
    ['a foreign host', { host: 'evil.test' }, 421],
    ['localhost as host', { host: 'localhost:PORT' }, 421],
  ];

  test.each(attempts)('%s', async (_who, headers, status) => {
    const given = Object.entries(headers).map(([name, value]): [string, string] => [
      name,
      value.replace('PORT', String(host.port)),
    ]);
    const socket = open(Object.fromEntries(given));
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain(`Unexpected server response: ${status}`);
  });

  test('no origin at all is refused', async () => {
    const socket = new WebSocket(`ws://${host.host}/rpc`);
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain('403');
  });

  test('another path is refused', async () => {
    const socket = new WebSocket(`ws://${host.host}/`, { origin: `http://${host.host}` });
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain('403');
  });
});

describe('without the token nothing is answered:', () => {
  test.each([
    ['a wrong token', JSON.stringify({ token: 'A'.repeat(43) })],
    ['an empty token', '{"token":""}'],
    ['no token', '{}'],
    ['null', 'null'],
    ['an array', '[["token"]]'],
    ['a number', '{"token":1}'],
    ['a frame for the backend', '{"i":"1","p":{"u":"/workspace/getStatus"}}'],
    ['garbage', '\u0000{'],
  ])('%s', async (_what, greeting) => {
    const socket = open();
    const heard: unknown[] = [];
    socket.on('message', (data) => heard.push(data));
    await once(socket, 'open');
    socket.send(greeting);
    const [code] = await once(socket, 'close');
    expect({ code, heard }).toEqual({ code: 1008, heard: [] });
  });

  test('the token as a binary frame', async () => {
    const socket = open();
    await once(socket, 'open');
    socket.send(Buffer.from(JSON.stringify({ token })));
    expect((await once(socket, 'close'))[0]).toBe(1008);
  });

  test('a greeting of a megabyte ends the connection before it is read', async () => {
    const socket = open();
    socket.on('error', () => undefined);
    await once(socket, 'open');
    socket.send(JSON.stringify({ token, more: 'x'.repeat(1_000_000) }));
    expect((await once(socket, 'close'))[0]).toBe(1006);
  });

  test('silence ends the connection after five seconds', async () => {
    const socket = open();
    const start = performance.now();
    expect((await once(socket, 'close'))[0]).toBe(1008);
    expect(performance.now() - start).toBeGreaterThan(4500);
    expect(performance.now() - start).toBeLessThan(7000);
  });
});

describe('one page cannot harm another:', () => {
  test.each([
    ['frames of garbage', ['{', 'null', '{"i":{}}', '\u0000', '[]']],
    ['binary garbage', [Buffer.from([0xff]), Buffer.alloc(1000, 0xff), Buffer.alloc(0)]],
    ['unknown procedures', ['{"i":"9","p":{"u":"/no/such"}}', '{"i":"9","p":{"u":"/__proto__"}}']],
  ])('%s', async (_what, frames: (string | Buffer)[]) => {
    const [good, bad] = [await joined(), await joined()];
    for (const frame of frames) bad.send(frame);
    expect(await clientOf(bad).workspace.getStatus()).toMatchObject({ state: 'open' });
    expect(await clientOf(good).workspace.getStatus()).toMatchObject({ state: 'open' });
    good.close();
    bad.close();
  });

  test('a frame over the limit closes that page alone', async () => {
    const [good, bad] = [await joined(), await joined()];
    bad.on('error', () => undefined);
    bad.send(Buffer.alloc(64 * 1024 * 1024 + 1));
    expect((await once(bad, 'close'))[0]).toBeOneOf([1006, 1009]);
    expect(await clientOf(good).workspace.getStatus()).toMatchObject({ state: 'open' });
    good.close();
  });

  test('bytes that are no WebSocket frame close that page alone', async () => {
    const [good, bad] = [await joined(), await joined()];
    bad.on('error', () => undefined);
    const raw = Object(bad)._socket;
    raw.write(Buffer.from([0x8f, 0xff, 0xff, 0xff, 1, 2, 3]));
    await once(bad, 'close');
    expect(await clientOf(good).workspace.getStatus()).toMatchObject({ state: 'open' });
    good.close();
  });
});
