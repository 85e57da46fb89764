import { once } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppClient } from '#backend/router.ts';
import { type FakeFrame, fakeFrame } from './fake-electron.ts';
import { type ElectronHost, startElectronHost } from './start-host.ts';

let host: ElectronHost;
beforeAll(async () => {
  host = await startElectronHost();
});
afterAll(() => host.stop());

const connectChannel = 'bellwether:connect';

type Message = {
  senderFrame: FakeFrame | null;
  sender?: { mainFrame: FakeFrame };
  ports?: unknown[];
};

function send(message: Message, ...payload: unknown[]): void {
  const { webContents } = host.window;
  host.electron.ipcMain.emit(
    connectChannel,
    { sender: webContents, ports: [], ...message },
    ...payload,
  );
}

test('the host listens to one channel and answers no call', () => {
  expect(host.electron.ipcMain.eventNames()).toEqual([connectChannel]);
  expect('handle' in host.electron.ipcMain).toBe(false);
});

test('the page gets one port and reaches the real backend through it', async () => {
  const frame = host.window.webContents.mainFrame;
  send({ senderFrame: frame });
  expect(frame.received).toHaveLength(1);
  const [{ channel, message, ports } = { ports: [] }] = frame.received;
  expect({ channel, message }).toEqual({ channel: 'bellwether:port', message: null });
  const [port] = ports;
  if (port === undefined) throw new Error('No port was given');
  const client: AppClient = createORPCClient(new RPCLink({ port }));
  port.start();
  expect(await client.workspace.getStatus()).toMatchObject({ state: 'open', kind: 'own' });
  const closed = once(port, 'close');
  port.close();
  await closed;
});

describe('is given no port:', () => {
  const refused = (frame: FakeFrame) => expect(frame.received).toEqual([]);

  test.each([
    ['a foreign origin', fakeFrame('https://evil.test/', 'https://evil.test')],
    ['a look-alike host', fakeFrame('app://bellwether.evil/', 'app://bellwether.evil')],
    ['about:blank', fakeFrame('about:blank', 'null')],
    ['a data: page', fakeFrame('data:text/html,x', 'null')],
    ['our address with an opaque origin', fakeFrame('app://bellwether/', 'null')],
    ['our origin at another address', fakeFrame('app://bellwether/x', 'app://bellwether')],
  ])('%s', (_who, frame) => {
    send({ senderFrame: frame, sender: { mainFrame: frame } });
    refused(frame);
  });

  test('a frame inside our page', () => {
    const frame = fakeFrame('app://bellwether/', 'app://bellwether');
    send({ senderFrame: frame });
    refused(frame);
  });

  test('a frame that is gone', () => {
    expect(() => send({ senderFrame: null })).not.toThrow();
  });

  test('a message with a payload or ports of its own', () => {
    const frame = fakeFrame('app://bellwether/', 'app://bellwether');
    for (const payload of [null, 'x', {}, ['__proto__'], 10n, Number.NaN]) {
      send({ senderFrame: frame, sender: { mainFrame: frame } }, payload);
    }
    send({ senderFrame: frame, sender: { mainFrame: frame }, ports: [{}] });
    refused(frame);
  });
});
