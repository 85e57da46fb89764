import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
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

function openSocket(): Socket {
  const socket = connect({ host: '127.0.0.1', port: host.port });
  socket.on('error', () => undefined);
  return socket;
}

async function isServing(): Promise<boolean> {
  const answer = await sendRaw(host.port, requestText({ headers: navigation(host.host) }));
  return answer?.status === 200;
}

test('no more than 64 connections are held, and the open page goes on', async () => {
  const page = await openPage();
  const sockets = Array.from({ length: 300 }, openSocket);
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const held = sockets.filter((socket) => !socket.destroyed && socket.readable);
  expect(held.length).toBeLessThanOrEqual(63);
  page.send('{"i":"1","p":{"u":"/workspace/getStatus"}}');
  const [answer] = await once(page, 'message');
  expect(JSON.parse(String(answer)).i).toBe('1');
  for (const socket of sockets) socket.destroy();
  page.close();
  await expect.poll(isServing, { timeout: 5000 }).toBe(true);
});

test('a connection that says nothing, or too slowly, is ended', async () => {
  const [silent, slow] = [openSocket(), openSocket()];
  slow.write('GET / HTTP/1.1\r\n');
  const drip = setInterval(() => slow.write('x-a: b\r\n'), 500);
  const start = performance.now();
  silent.resume();
  slow.resume();
  await Promise.all(
    [silent, slow].map((socket) => new Promise((end) => socket.once('close', end))),
  );
  clearInterval(drip);
  expect(performance.now() - start).toBeLessThan(13_000);
  expect(await isServing()).toBe(true);
}, 20_000);

test('a megabyte of headers is 431', async () => {
  const headers = { ...navigation(host.host), 'x-large': 'x'.repeat(1_000_000) };
  const answer = await sendRaw(host.port, requestText({ headers }));
  expect([431, undefined]).toContain(answer?.status);
  expect(await isServing()).toBe(true);
});

test('a body of 100 MB is refused by its length, unread', async () => {
  const headers = {
    ...fromPage(host.host),
    'content-type': 'application/json',
    'content-length': '100000000',
  };
  const text = requestText({ method: 'POST', path: '/session', headers, body: '{"code":"' });
  expect((await sendRaw(host.port, text))?.status).toBe(413);
});

test('a body without a length is read no further than a code can be', async () => {
  const headers = {
    ...fromPage(host.host),
    'content-type': 'application/json',
    'transfer-encoding': 'chunked',
  };
  const body = `2000\r\n${'x'.repeat(0x2000)}\r\n`;
  const text = requestText({ method: 'POST', path: '/session', headers, body });
  expect((await sendRaw(host.port, text))?.status).toBe(413);
});

test('deep JSON is refused', async () => {
  const body = `${'['.repeat(500)}${']'.repeat(500)}`;
  const headers = {
    ...fromPage(host.host),
    'content-type': 'application/json',
    'content-length': String(body.length),
  };
  const text = requestText({ method: 'POST', path: '/session', headers, body });
  expect((await sendRaw(host.port, text))?.status).toBe(400);
});

test.each([
  ['a length and chunks at once', 'content-length: 5\r\ntransfer-encoding: chunked\r\n'],
  ['two lengths', 'content-length: 5\r\ncontent-length: 6\r\n'],
  ['a bare line feed', 'x: y\nz: 1\r\n'],
  ['a space before the colon', 'x : y\r\n'],
])('a smuggled request with %s is refused', async (_what, lines) => {
  const head = requestText({ method: 'POST', path: '/session', headers: fromPage(host.host) });
  const request = head.replace('connection: close\r\n', `${lines}connection: close\r\n`);
  const answer = await sendRaw(host.port, `${request}hello`);
  expect([400, 415]).toContain(answer?.status);
  expect(await isServing()).toBe(true);
});

async function openPage(): Promise<WebSocket> {
  const body = JSON.stringify({ code: codeOf(host.newAddress(30_000)) });
  const headers = {
    ...fromPage(host.host),
    'content-type': 'application/json',
    'content-length': String(body.length),
  };
  const text = requestText({ method: 'POST', path: '/session', headers, body });
  const { token } = JSON.parse((await sendRaw(host.port, text))?.body ?? '{}');
  const socket = new WebSocket(`ws://${host.host}/rpc`, { origin: `http://${host.host}` });
  await once(socket, 'open');
  socket.send(JSON.stringify({ token }));
  await once(socket, 'message');
  return socket;
}
