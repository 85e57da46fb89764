import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { afterAll, describe, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { createBackend } from '#backend/create-backend.ts';
import type { AppClient } from '#backend/router.ts';
import {
  removeTestDirectories,
  startBackend,
  testDirectory,
  testPlatform,
} from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

type Connection = { client: AppClient; close(): Promise<void> };

const transports: Record<string, () => Promise<Connection>> = {
  'in process': async () => {
    const { client, stop } = await startBackend();
    return { client, close: stop };
  },
  'a message port': async () => {
    const backend = await createBackend(testPlatform(testDirectory()));
    const { port1, port2 } = new MessageChannel();
    backend.serve(port2);
    port1.start();
    const client: AppClient = createORPCClient(new PortLink({ port: port1 }));
    const close = () => {
      port1.close();
      return backend.close();
    };
    return { client, close };
  },
  'a WebSocket relay': async () => {
    const backend = await createBackend(testPlatform(testDirectory()));
    const server = createServer();
    const sockets = new WebSocketServer({ server });
    sockets.on('connection', (socket) => {
      const { port1, port2 } = new MessageChannel();
      backend.serve(port2);
      socket.on('message', (data, isBinary) => port1.postMessage(isBinary ? data : String(data)));
      port1.on('message', (frame) => socket.send(frame));
      socket.on('close', () => port1.close());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const socket = new WebSocket(`ws://127.0.0.1:${port}`);
    const client: AppClient = createORPCClient(
      new SocketLink({ websocket: socket as unknown as globalThis.WebSocket }),
    );
    const close = async () => {
      socket.close();
      server.closeAllConnections();
      server.close();
      await backend.close();
    };
    return { client, close };
  },
};

describe.each(Object.entries(transports))('through %s', (_name, connect) => {
  test('answers, typed errors and event streams are the same', async () => {
    const { client, close } = await connect();
    const changes = await client.events.subscribe();
    const saved = await client.settings.saveSettings({ teamName: '华东 «一组» 🐑' });
    expect(saved.teamName).toBe('华东 «一组» 🐑');
    expect((await changes.next()).value).toMatchObject({
      topics: ['settings'],
      cause: 'command',
      step: { command: 'settings.saveSettings' },
    });
    await expect(
      client.texts.listRevisions({ table: 'setting', id: 'x', field: 'value_json' }),
    ).rejects.toMatchObject({ code: 'bad_input', data: { field: 'setting.value_json' } });
    await changes.return?.();
    await close();
  });
});
