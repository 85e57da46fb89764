import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { fillPeople } from '#tests/reliability/support/people.ts';
import { ownFile } from '#tests/support/edit-file.ts';
import { removeTestDirectories, startBackend } from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

const quiet = { log: { info: () => {}, error: () => {} } };

/** A folder whose file is too large to be checked before the first screen. */
async function largeFolder(): Promise<string> {
  const { workspace, dataDirectory, stop } = await startBackend();
  await fillPeople(workspace, 24_000);
  await stop();
  expect(statSync(ownFile(dataDirectory)).size).toBeGreaterThan(9 * 1024 * 1024);
  return dataDirectory;
}

test('a large file is read and written while it is checked', async () => {
  const { client, stop } = await startBackend({ dataDirectory: await largeFolder() });
  expect(await client.workspace.getStatus()).toMatchObject({ state: 'open' });
  await client.settings.saveSettings({ teamName: '华东' });
  expect(await client.settings.getSettings()).toMatchObject({ teamName: '华东' });
  await stop();
});

test('damage that nobody looks at closes a large file before anything is written', async () => {
  const dataDirectory = await largeFolder();
  spoilMiddle(ownFile(dataDirectory));
  const { client, stop } = await startBackend({ dataDirectory, platform: quiet });
  await expect(client.settings.saveSettings({ teamName: '华东' })).rejects.toMatchObject({
    code: 'workspace_closed',
    data: { reason: 'damaged' },
  });
  await expect
    .poll(() => client.workspace.getStatus())
    .toMatchObject({ state: 'closed', reason: 'damaged' });
  await stop();
});

test('what is saved before the check has ended is kept when the app is closed at once', async () => {
  const dataDirectory = await largeFolder();
  const first = await startBackend({ dataDirectory });
  const saved = first.client.settings.saveSettings({ teamName: '华东' });
  await first.stop();
  await saved;
  const { client, stop } = await startBackend({ dataDirectory });
  expect(await client.settings.getSettings()).toMatchObject({ teamName: '华东' });
  await stop();
});

function spoilMiddle(file: string): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(64, 7), 0, 64, statSync(file).size / 2 + 100);
  closeSync(handle);
}
