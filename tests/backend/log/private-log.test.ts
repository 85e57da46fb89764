import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterAll, expect, test } from 'vitest';
import { createBackend } from '#backend/create-backend.ts';
import { fileLog } from '#backend/log.ts';
import type { AppClient } from '#backend/router.ts';
import { buildAccount } from '#tests/support/builders/account.ts';
import { editFile } from '#tests/support/edit-file.ts';
import {
  removeTestDirectories,
  startBackend,
  testDirectory,
  testPlatform,
} from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

const canaries = ['金丝雀一号', 'CanaryTwo', 'canary@example.com', '+86 138 0000 0000'] as const;
const all = canaries.join(' ');

function lines(directory: string): Record<string, unknown>[] {
  return readFileSync(join(directory, 'app.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('no message, however it is dressed up, gets into the log', () => {
  const directory = testDirectory();
  const log = fileLog(directory);
  const code = Object.assign(new Error(all), { code: all, name: all });
  const cause = new Error('outer', { cause: new Error(all) });
  const frames = new Error(`${all}\n    at ${canaries[1]} (/home/${canaries[1]}/x.js:1:1)`);
  const emptied = new Error(all);
  emptied.stack = all;
  for (const error of [code, cause, frames, emptied, all, { all }, null]) {
    log.error('procedure_failed', error, { procedure: 'deals.moveDeal', name: all });
  }
  log.error(all, new Error(all));
  log.info(all, { [all]: 1, text: `\r\n${all}` });
  const text = readFileSync(join(directory, 'app.log'), 'utf8');
  for (const canary of canaries) expect(text).not.toContain(canary);
  expect(lines(directory)).toHaveLength(9);
});

test('what helps to find a defect stays: event, procedure, code and frames without folders', () => {
  const directory = testDirectory();
  const error = Object.assign(new TypeError('secret'), { code: 'SQLITE_CONSTRAINT_CHECK' });
  fileLog(directory).error('procedure_failed', error, { procedure: 'deals.moveDeal', count: 3 });
  const [line] = lines(directory);
  expect(line).toMatchObject({
    event: 'procedure_failed',
    procedure: 'deals.moveDeal',
    error: 'TypeError',
    code: 'SQLITE_CONSTRAINT_CHECK',
    count: 3,
  });
  expect(String(line?.['stack'])).toMatch(/private-log\.test\.ts:\d+:\d+/);
  expect(JSON.stringify(line)).not.toContain(import.meta.dirname);
});

test('using the app with names and notes leaves none of them in the log', async () => {
  const directory = testDirectory();
  const log = fileLog(directory);
  const { client, workspace, stop } = await startBackend({ platform: { log } });
  await client.settings.saveSettings({ teamName: all, managerName: canaries[0] });
  await expect(
    workspace.runCommand('test.fail', async ({ db }) => {
      await db.insertInto('setting').values({ id: 'x', value_json: all }).execute();
    }),
  ).rejects.toThrow();
  await expect(
    client.texts.saveText({ table: all, id: all, field: all, text: all }),
  ).rejects.toThrow();
  log.error('defect', new Error(all));
  await stop();
  const text = readFileSync(join(directory, 'app.log'), 'utf8');
  for (const canary of canaries) expect(text).not.toContain(canary);
});

test('an answer that its contract refuses is logged by its place alone', async () => {
  const directory = testDirectory();
  const first = await startBackend({ dataDirectory: directory });
  const accountId = await buildAccount(first);
  const when = { happenedAt: '2026-01-05T01:00:00.000Z', accountId };
  const plan = { kind: 'call', status: 'planned', subject: 'x' } as const;
  await first.client.activities.addActivity({ ...plan, ...when });
  await first.stop();
  await editFile(directory, (connection) => {
    connection.prepare('update activity set planned_for_at = ?').run(canaries[0]);
  });
  const log = fileLog(directory);
  const backend = await createBackend(testPlatform(directory, { platform: { log } }));
  const { port1, port2 } = new MessageChannel();
  backend.serve(port2);
  port1.start();
  const client: AppClient = createORPCClient(new RPCLink({ port: port1 }));
  await expect(client.activities.getTimeline({ of: { accountId } })).rejects.toThrow();
  port1.close();
  await backend.close();
  const refused = lines(directory).find(({ event }) => event === 'answer_refused');
  expect(refused).toMatchObject({
    procedure: 'activities.getTimeline',
    place: 'planned.0.plannedFor',
  });
  expect(JSON.stringify(refused)).not.toContain(canaries[0]);
});

test('five files of a megabyte are kept, for their owner alone', () => {
  const directory = testDirectory();
  const log = fileLog(directory);
  const fields = Object.fromEntries(
    Array.from({ length: 100 }, (_, i) => [`f${i}`, 'x'.repeat(100)]),
  );
  for (let index = 0; index < 700; index += 1) log.info('filler', fields);
  const names = readdirSync(directory).sort();
  expect(names).toEqual(['app.log', 'app.log.1', 'app.log.2', 'app.log.3', 'app.log.4']);
  for (const name of names) {
    const { size, mode } = statSync(join(directory, name));
    expect(size).toBeLessThan(1_100_000);
    expect(mode & 0o077).toBe(0);
  }
});
