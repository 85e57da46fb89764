import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connectReply, connectRequest } from '#shared/hosting/handshake.ts';

type Posted = { data: unknown; origin: string; ports: unknown[] };

let page: EventTarget & { postMessage(data: unknown, origin: string, ports: unknown[]): void };
let posted: Posted[];
let sent: unknown[][];
const ipcRenderer = Object.assign(new EventEmitter(), {
  send: (...args: unknown[]) => sent.push(args),
});

beforeEach(async () => {
  posted = [];
  sent = [];
  ipcRenderer.removeAllListeners();
  page = Object.assign(new EventTarget(), {
    postMessage: (data: unknown, origin: string, ports: unknown[]) =>
      posted.push({ data, origin, ports }),
  });
  vi.stubGlobal('window', page);
  vi.stubGlobal('location', { origin: 'app://bellwether' });
  vi.resetModules();
  vi.doMock('electron', () => ({ ipcRenderer }));
  await import('../../electron/preload/index.ts');
});
afterEach(() => vi.unstubAllGlobals());

function say(data: unknown, source: unknown = page): void {
  page.dispatchEvent(Object.assign(new Event('message'), { data, source }));
}

test('asks for a port when the page asks, and hands it to that page alone', () => {
  say(connectRequest);
  expect(sent).toEqual([['bellwether:connect']]);
  const port = {};
  ipcRenderer.emit('bellwether:port', { ports: [port] });
  expect(posted).toEqual([{ data: connectReply, origin: 'app://bellwether', ports: [port] }]);
});

test('hands over one port only', () => {
  say(connectRequest);
  say(connectRequest);
  ipcRenderer.emit('bellwether:port', { ports: [{}] });
  ipcRenderer.emit('bellwether:port', { ports: [{}] });
  expect(sent).toHaveLength(1);
  expect(posted).toHaveLength(1);
});

test('does nothing for other messages or other windows', () => {
  say('something else');
  say({ type: connectRequest });
  say(connectRequest, {});
  expect(sent).toEqual([]);
});

test('adds nothing to the page', () => {
  expect(Object.keys(page)).toEqual(['postMessage']);
});
