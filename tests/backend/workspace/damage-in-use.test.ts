import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { fillPeople } from '#tests/reliability/support/people.ts';
import { ownFile } from '#tests/support/edit-file.ts';
import { removeTestDirectories, startBackend } from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

test('a file that breaks while it is open is closed at once and can be restored', async () => {
  const first = await startBackend();
  await fillPeople(first.workspace, 3_000);
  const { seq } = await first.client.backups.createBackup();
  await first.stop();
  const { client, workspace, stop } = await startBackend({
    dataDirectory: first.dataDirectory,
    platform: { log: { info: () => {}, error: () => {} } },
  });
  const changes = await client.events.subscribe();
  scribble(ownFile(first.dataDirectory));
  const readAll = () =>
    workspace.runQuery(({ db }) => db.selectFrom('person').selectAll().execute());
  await expect(readAll()).rejects.toMatchObject({
    code: 'workspace_closed',
    details: { reason: 'damaged' },
  });
  expect((await changes.next()).value).toMatchObject({ topics: ['workspace'] });
  expect(await client.workspace.getStatus()).toMatchObject({ state: 'closed', reason: 'damaged' });
  await client.backups.restoreBackup({ seq });
  expect(await readAll()).toHaveLength(3_000);
  await changes.return?.();
  await stop();
});

/** Leaves the first pages, which were read already, and spoils all others. */
function scribble(file: string): void {
  const handle = openSync(file, 'r+');
  for (let at = 40_960; at < statSync(file).size; at += 4096) {
    writeSync(handle, Buffer.alloc(512, 7), 0, 512, at);
  }
  closeSync(handle);
}
