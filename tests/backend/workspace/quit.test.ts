import { existsSync, statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { ownFile } from '#tests/support/edit-file.ts';
import { removeTestDirectories, startBackend } from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

const quiet = { info: () => {}, error: () => {} };

test('what was asked for before the end is saved, backed up and in the file itself', async () => {
  const { client, dataDirectory, quit } = await startBackend();
  const saves = ['a', 'b', 'c'].map((teamName) => client.settings.saveSettings({ teamName }));
  await quit();
  await Promise.all(saves);
  expect(existsSync(`${ownFile(dataDirectory)}-wal`)).toBe(false);
  const again = await startBackend({ dataDirectory });
  expect((await again.client.settings.getSettings()).teamName).toBe('c');
  expect((await again.client.backups.listBackups()).backups).toMatchObject([{ reason: 'quit' }]);
  await again.stop();
});

test('a call after the end is told that the workspace is closed', async () => {
  const { client, quit } = await startBackend();
  await quit();
  await expect(client.settings.getSettings()).rejects.toMatchObject({ code: 'workspace_closed' });
});

test('a backup that hangs does not keep the app from ending, and leaves nothing half-made', async () => {
  const { client, dataDirectory, quit } = await startBackend({
    platform: {
      log: quiet,
      startJob: () => new Worker('setInterval(() => {}, 1000)', { eval: true }),
    },
  });
  await client.settings.saveSettings({ teamName: '华东' });
  const start = performance.now();
  await quit();
  expect(performance.now() - start).toBeLessThan(9_000);
  const again = await startBackend({ dataDirectory });
  expect((await again.client.settings.getSettings()).teamName).toBe('华东');
  expect((await again.client.backups.listBackups()).backups).toEqual([]);
  await again.stop();
}, 30_000);

test('an import that is under way is called off, though records wait to be indexed', async () => {
  const { client, workspace, quit } = await startBackend();
  const isCalledOff = new Promise<void>((resolve) => {
    workspace.scratch.closed.addEventListener('abort', () => resolve());
  });
  await client.accounts.addAccount({ name: '信达' });
  const job = workspace.runCommandInJob(async () => {
    await isCalledOff;
    return { result: 'called off', step: null, quiet: true };
  });
  // The indexer takes a change in after some 40 ms; by then it waits behind the job.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await quit();
  expect(await job).toBe('called off');
});

test('a backup never keeps a save waiting', async () => {
  const { client, stop } = await startBackend();
  await client.settings.saveSettings({ teamName: '0' });
  let isDone = false;
  const backup = client.backups.createBackup().finally(() => {
    isDone = true;
  });
  let saves = 0;
  while (!isDone) {
    saves += 1;
    await client.settings.saveSettings({ teamName: String(saves) });
    // Calls of a page come one by one through the event loop, as this thread's news does.
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect((await backup).seq).toBe(1);
  expect(saves).toBeGreaterThan(3);
  await stop();
});

test('the file in use is for its owner alone', async () => {
  const { dataDirectory, stop } = await startBackend();
  expect(statSync(ownFile(dataDirectory)).mode & 0o777).toBe(0o600);
  await stop();
});
