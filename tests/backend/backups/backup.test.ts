import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { removeTestDirectories, startBackend } from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

const quiet = { log: { info: () => {}, error: () => {} } };

test('a backup is listed with its age, reason and size, and reads well', async () => {
  const { client, dataDirectory, stop } = await startBackend();
  await client.settings.saveSettings({ teamName: '华东' });
  const made = await client.backups.createBackup();
  expect(made).toMatchObject({
    seq: 1,
    reason: 'manual',
    at: '2026-11-24T01:00:00.000Z',
    canRestore: true,
    shrunkFrom: null,
  });
  expect(made.records).toBeGreaterThan(5);
  expect(await client.backups.listBackups()).toEqual({
    backups: [made],
    status: { isKept: true, lastGoodAt: made.at, isLate: false, failure: null },
  });
  expect(await client.backups.verifyBackup({ seq: 1 })).toEqual({ isGood: true });
  expect(readdirSync(join(dataDirectory, 'backups', '000001')).sort()).toEqual([
    'bellwether.db',
    'keys.json',
    'manifest.json',
  ]);
  await stop();
});

test('nothing of what was written can be read in a backup', async () => {
  const { client, dataDirectory, stop } = await startBackend();
  await client.settings.saveSettings({ teamName: 'CanaryInTheBackup' });
  await client.backups.createBackup();
  await stop();
  const files = readdirSync(dataDirectory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  expect(files.length).toBeGreaterThan(5);
  expect(files.some((bytes) => bytes.includes('CanaryInTheBackup'))).toBe(false);
});

test('what is no whole backup is not listed', async () => {
  const { client, dataDirectory, stop } = await startBackend();
  await client.backups.createBackup();
  await client.backups.createBackup();
  const root = join(dataDirectory, 'backups');
  mkdirSync(join(root, '000007'));
  writeFileSync(join(root, '000008'), 'x');
  mkdirSync(join(root, '000009.unfinished'));
  rmSync(join(root, '000001', 'manifest.json'));
  expect((await client.backups.listBackups()).backups.map((backup) => backup.seq)).toEqual([2]);
  appendFileSync(join(root, '000002', 'bellwether.db'), 'x');
  expect((await client.backups.listBackups()).backups).toEqual([]);
  expect((await client.backups.createBackup()).seq).toBe(9);
  await stop();
});

test('a backup with one flipped bit is found out, set aside and not restored', async () => {
  const { client, dataDirectory, stop } = await startBackend();
  await client.backups.createBackup();
  await client.backups.createBackup();
  for (const name of ['000001', '000002']) {
    const file = join(dataDirectory, 'backups', name, 'bellwether.db');
    const bytes = readFileSync(file);
    bytes[9000] = (bytes[9000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  }
  expect(await client.backups.verifyBackup({ seq: 1 })).toEqual({ isGood: false });
  await expect(client.backups.restoreBackup({ seq: 2 })).rejects.toMatchObject({
    code: 'backup_damaged',
  });
  expect((await client.backups.listBackups()).backups).toEqual([]);
  expect(readdirSync(join(dataDirectory, 'backups')).sort()).toEqual([
    '000001.damaged-1',
    '000002.damaged-1',
  ]);
  expect(await client.workspace.getStatus()).toMatchObject({ state: 'open' });
  await stop();
});

test('quitting makes a backup when there is something new, and none when there is not', async () => {
  const first = await startBackend();
  await first.client.settings.saveSettings({ teamName: '华东' });
  await first.quit();
  const second = await startBackend({ dataDirectory: first.dataDirectory });
  const listed = (await second.client.backups.listBackups()).backups;
  expect(listed.map((backup) => backup.reason)).toEqual(['quit']);
  await second.quit();
  const third = await startBackend({ dataDirectory: first.dataDirectory });
  expect((await third.client.backups.listBackups()).backups).toEqual(listed);
  await third.stop();
});

test('before something drastic a backup is made only when the newest misses something', async () => {
  const { client, workspace, stop } = await startBackend();
  await client.settings.saveSettings({ teamName: '华东' });
  await workspace.backups.ensure('before_import');
  await workspace.backups.ensure('before_import');
  expect(workspace.backups.list().map((backup) => backup.reason)).toEqual(['before_import']);
  await stop();
});

test('a failure is told at once and stays told until a backup succeeds', async () => {
  const { client, dataDirectory, platform, stop } = await startBackend({ platform: quiet });
  const changes = await client.events.subscribe();
  writeFileSync(join(dataDirectory, 'backups'), 'in the way');
  await expect(client.backups.createBackup()).rejects.toMatchObject({ code: 'backup_failed' });
  expect((await changes.next()).value).toMatchObject({ topics: ['backups'], cause: 'task' });
  expect((await client.backups.listBackups()).status).toMatchObject({
    lastGoodAt: null,
    failure: { at: '2026-11-24T01:00:00.000Z' },
  });
  rmSync(join(dataDirectory, 'backups'));
  await client.backups.createBackup();
  expect((await client.backups.listBackups()).status.failure).toBeNull();
  platform.clock.set('2026-11-25T02:00:00.000Z');
  expect((await client.backups.listBackups()).status.isLate).toBe(false);
  await client.settings.saveSettings({ teamName: '华东' });
  expect((await client.backups.listBackups()).status.isLate).toBe(true);
  await changes.return?.();
  await stop();
});

test('a backup far smaller than the former one is marked until that is said to be right', async () => {
  const { client, workspace, stop } = await startBackend();
  await workspace.runCommand('test.fill', async ({ db, platform, step }) => {
    step.makeFinal();
    for (let index = 0; index < 400; index += 1) {
      await db
        .insertInto('setting')
        .values({ id: platform.newId(), value_json: `"${'x'.repeat(1000)}"` })
        .execute();
    }
  });
  const full = await client.backups.createBackup();
  await workspace.runCommand('test.empty', async ({ db, step }) => {
    step.makeFinal();
    await db.deleteFrom('setting').execute();
  });
  const small = await client.backups.createBackup();
  expect(small.shrunkFrom).toEqual({ bytes: full.bytes, records: full.records });
  await client.backups.acceptShrunkBackup({ seq: small.seq });
  expect((await client.backups.listBackups()).backups[0]?.shrunkFrom).toBeNull();
  await stop();
});

test('the sample has no backups', async () => {
  const { client, dataDirectory, quit } = await startBackend({ kind: 'sample' });
  await client.settings.saveSettings({ teamName: 'Sample' });
  await expect(client.backups.createBackup()).rejects.toMatchObject({ code: 'backup_failed' });
  expect((await client.backups.listBackups()).status.isKept).toBe(false);
  await quit();
  expect(existsSync(join(dataDirectory, 'backups'))).toBe(false);
});
