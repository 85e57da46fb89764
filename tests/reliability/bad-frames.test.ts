import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterAll, expect, test } from 'vitest';
import { createBackend } from '#backend/create-backend.ts';
import type { AppClient } from '#backend/router.ts';
import {
  removeTestDirectories,
  testDirectory,
  testPlatform,
} from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

const badFrames: unknown[] = [
  'not json',
  '',
  '{}',
  '{"i":1}',
  '{"i":"1","p":{"u":"%"}}',
  '{"i":"2","p":{"u":"/settings/getSettings","b":{"__proto__":{"x":1}}}}',
  new Uint8Array([255, 0, 1]),
  new Uint8Array(1_000_000),
  null,
  42,
  { i: 1 },
];

test('frames of garbage are logged and dropped, and the port goes on serving', async () => {
  const dropped: string[] = [];
  const platform = testPlatform(testDirectory(), {
    platform: { log: { info: () => {}, error: (event) => dropped.push(event) } },
  });
  const backend = await createBackend(platform);
  const { port1, port2 } = new MessageChannel();
  backend.serve(port2);
  for (const frame of badFrames) port1.postMessage(frame);
  const client: AppClient = createORPCClient(new RPCLink({ port: port1 }));
  port1.start();

  expect(await client.workspace.getStatus()).toMatchObject({ state: 'open' });
  expect(dropped.filter((event) => event === 'unreadable_frame').length).toBeGreaterThan(5);

  port1.close();
  await backend.close();
});
