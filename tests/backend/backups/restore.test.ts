import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ownFile } from '#tests/support/edit-file.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

const quiet = { log: { info: () => {}, error: () => {} } };

async function named(backend: TestBackend, teamName: string): Promise<void> {
  await backend.client.settings.saveSettings({ teamName });
}

async function nameOf({ client }: TestBackend): Promise<string> {
  return (await client.settings.getSettings()).teamName;
}

test('restoring brings back what was, and restoring the copy of before takes that back', async () => {
  const backend = await startBackend();
  await named(backend, 'then');
  const { seq } = await backend.client.backups.createBackup();
  await named(backend, 'now');
  expect(await backend.client.backups.restoreBackup({ seq })).toMatchObject({ state: 'open' });
  expect(await nameOf(backend)).toBe('then');
  const [before] = (await backend.client.backups.listBackups()).backups;
  expect(before?.reason).toBe('before_restore');
  await backend.client.backups.restoreBackup({ seq: before?.seq ?? 0 });
  expect(await nameOf(backend)).toBe('now');
  await backend.stop();
});

test('after a restore the app goes on: changes, undo and a new start', async () => {
  const backend = await startBackend();
  await named(backend, 'then');
  const { seq } = await backend.client.backups.createBackup();
  await named(backend, 'now');
  await backend.client.backups.restoreBackup({ seq });
  await named(backend, 'later');
  await backend.client.workspace.undo();
  expect(await nameOf(backend)).toBe('then');
  await backend.client.workspace.redo();
  await backend.stop();
  const again = await startBackend({ dataDirectory: backend.dataDirectory });
  expect(await nameOf(again)).toBe('later');
  await again.stop();
});

test('a damaged file is moved aside whole, with its log, and replaced from a backup', async () => {
  const backend = await startBackend();
  await named(backend, 'then');
  const { seq } = await backend.client.backups.createBackup();
  await backend.stop();
  const file = ownFile(backend.dataDirectory);
  const broken = readFileSync(file).fill(7, 0, 4096);
  writeFileSync(file, broken);
  writeFileSync(`${file}-wal`, 'a stale log');
  const second = await startBackend({ dataDirectory: backend.dataDirectory, platform: quiet });
  expect(await second.client.workspace.getStatus()).toMatchObject({ reason: 'damaged' });
  expect((await second.client.backups.listBackups()).backups).toHaveLength(1);
  expect(await second.client.backups.restoreBackup({ seq })).toMatchObject({ state: 'open' });
  expect(await nameOf(second)).toBe('then');
  const aside = join(backend.dataDirectory, 'damaged-1');
  expect(readFileSync(join(aside, 'bellwether.db'))).toEqual(broken);
  expect(readFileSync(join(aside, 'bellwether.db-wal'), 'utf8')).toBe('a stale log');
  await second.stop();
});

test('a missing file is restored', async () => {
  const backend = await startBackend();
  await named(backend, 'then');
  const { seq } = await backend.client.backups.createBackup();
  await backend.stop();
  rmSync(ownFile(backend.dataDirectory));
  const second = await startBackend({ dataDirectory: backend.dataDirectory, platform: quiet });
  await second.client.backups.restoreBackup({ seq });
  expect(await nameOf(second)).toBe('then');
  expect(existsSync(join(backend.dataDirectory, 'damaged-1'))).toBe(false);
  await second.stop();
});

test('a backup opens with its own slot file where another key took its place', async () => {
  const [mine, other] = [await startBackend(), await startBackend()];
  await named(mine, 'mine');
  const { seq } = await mine.client.backups.createBackup();
  await mine.stop();
  await other.stop();
  for (const name of ['keys.json', 'keys.previous.json']) {
    writeFileSync(join(mine.dataDirectory, name), readFileSync(join(other.dataDirectory, name)));
  }
  const again = await startBackend({ dataDirectory: mine.dataDirectory, platform: quiet });
  expect(await again.client.workspace.getStatus()).toMatchObject({ reason: 'key_wrong' });
  expect(await again.client.backups.restoreBackup({ seq })).toMatchObject({ state: 'open' });
  expect(await nameOf(again)).toBe('mine');
  expect(readdirSync(mine.dataDirectory)).toContain('keys.json.damaged-1');
  await again.stop();
});

test('a restore that cannot make its copy of before leaves everything as it is', async () => {
  const backend = await startBackend({ platform: quiet });
  await named(backend, 'then');
  const { seq } = await backend.client.backups.createBackup();
  await named(backend, 'now');
  writeFileSync(join(backend.dataDirectory, 'backups', '000002.unfinished'), 'in the way');
  await expect(backend.client.backups.restoreBackup({ seq: 99 })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await nameOf(backend)).toBe('now');
  await backend.client.backups.restoreBackup({ seq });
  expect(await nameOf(backend)).toBe('then');
  await backend.stop();
});
