import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterAll, describe, expect, test } from 'vitest';
import { appSchemaVersion } from '#backend/workspace/open-file.ts';
import { editFile, ownFile } from '#tests/support/edit-file.ts';
import { removeTestDirectories, startBackend } from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

const quiet = { log: { info: () => {}, error: () => {} } };

/** A folder with a sound file of some content, closed. */
async function usedFolder(): Promise<string> {
  const { client, dataDirectory, stop } = await startBackend();
  for (let index = 0; index < 20; index += 1) {
    await client.settings.saveSettings({ teamName: `${index} ${'华东'.repeat(100)}` });
  }
  await stop();
  return dataDirectory;
}

/** Opens the folder and tells what it says, and that nothing in it was touched. */
async function reopened(dataDirectory: string) {
  const file = ownFile(dataDirectory);
  const before = markOf(file);
  const names = readdirSync(dataDirectory).sort();
  const { client, stop } = await startBackend({ dataDirectory, platform: quiet });
  const status = await client.workspace.getStatus();
  await stop();
  expect(markOf(file)).toEqual(before);
  expect(readdirSync(dataDirectory).sort()).toEqual(names);
  return status;
}

function markOf(file: string): unknown {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) return found?.isDirectory() ? 'folder' : 'nothing';
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
  return { hash, mtimeMs: found.mtimeMs };
}

test('a newer file is refused with both versions named, byte for byte as it was', async () => {
  const folder = await usedFolder();
  await editFile(folder, (connection) => {
    connection.pragma(`user_version = ${appSchemaVersion + 1}`);
  });
  expect(await reopened(folder)).toEqual({
    state: 'closed',
    kind: 'own',
    reason: 'newer',
    file: 'bellwether.db',
    fileVersion: appSchemaVersion + 1,
    appVersion: appSchemaVersion,
  });
});

describe('a file that is not ours is refused as foreign', () => {
  const edits: Record<string, (connection: Database.Database) => void> = {
    'another application id': (connection) => connection.pragma('application_id = 7'),
    'a dropped column': (connection) => connection.exec('alter table person drop column phone'),
    'an extra trigger': (connection) =>
      connection.exec('create trigger x after insert on person begin delete from deal; end'),
    'an extra view': (connection) => connection.exec('create view x as select * from person'),
    'a version that no release had': (connection) => connection.pragma('user_version = -3'),
  };
  test.each(Object.entries(edits))('%s', async (_name, edit) => {
    const folder = await usedFolder();
    await editFile(folder, edit);
    expect(await reopened(folder)).toMatchObject({ state: 'closed', reason: 'foreign' });
  });

  test('a plain SQLite file', async () => {
    const folder = await usedFolder();
    rmSync(ownFile(folder));
    const plain = new Database(ownFile(folder));
    plain.exec('create table x (y)');
    plain.close();
    expect(await reopened(folder)).toMatchObject({ reason: 'foreign' });
  });

  test('the sample in the place of the manager’s file', async () => {
    const folder = await usedFolder();
    const sample = await startBackend({ dataDirectory: folder, kind: 'sample' });
    await sample.stop();
    renameSync(join(folder, 'sample', 'sample.db'), ownFile(folder));
    rmSync(join(folder, 'sample'), { recursive: true });
    expect(await reopened(folder)).toMatchObject({ reason: 'foreign' });
  });

  test('a link', async () => {
    const folder = await usedFolder();
    renameSync(ownFile(folder), join(folder, 'elsewhere.db'));
    symlinkSync(join(folder, 'elsewhere.db'), ownFile(folder));
    expect(await reopened(folder)).toMatchObject({ reason: 'foreign' });
  });
});

describe('a broken file is named damaged and kept', () => {
  const breaks: Record<string, (file: string) => void> = {
    'no bytes': (file) => truncateSync(file, 0),
    'half of it': (file) => truncateSync(file, statSync(file).size / 2),
    'an odd length': (file) => truncateSync(file, statSync(file).size - 1000),
    'a few bytes': (file) => truncateSync(file, 10),
    'another type': (file) => writeFileSync(file, '%PDF-1.7\n'.repeat(5000)),
    'a page of zeros': (file) => {
      const bytes = readFileSync(file);
      bytes.fill(0, 4096, 8192);
      writeFileSync(file, bytes);
    },
    'one bit of the first page': (file) => flip(file, 50),
    'one bit of the last page': (file) => flip(file, statSync(file).size - 100),
    'a folder': (file) => {
      rmSync(file);
      mkdirSync(file);
    },
  };
  test.each(Object.entries(breaks))('%s', async (_name, breakIt) => {
    const folder = await usedFolder();
    breakIt(ownFile(folder));
    expect(await reopened(folder)).toMatchObject({ state: 'closed', reason: 'damaged' });
  });
});

function flip(file: string, offset: number): void {
  const bytes = readFileSync(file);
  bytes[offset] = (bytes[offset] ?? 0) ^ 8;
  writeFileSync(file, bytes);
}

test('a file that went is missed when there are backups, never silently made anew', async () => {
  const { client, dataDirectory, stop } = await startBackend();
  await client.settings.saveSettings({ teamName: '华东' });
  await client.backups.createBackup();
  await stop();
  rmSync(ownFile(dataDirectory));
  expect(await reopened(dataDirectory)).toMatchObject({ reason: 'missing' });
  expect(existsSync(ownFile(dataDirectory))).toBe(false);
});

test('a file of another data key is called that, not damaged', async () => {
  const [mine, other] = [await usedFolder(), await usedFolder()];
  const first = await startBackend({ dataDirectory: mine });
  await first.client.backups.createBackup();
  await first.stop();
  for (const name of ['keys.json', 'keys.previous.json']) {
    copyFileSync(join(other, name), join(mine, name));
  }
  expect(await reopened(mine)).toMatchObject({ reason: 'key_wrong' });
});

test('a folder that another process holds is in use, and free when that one ends', async () => {
  const first = await startBackend();
  const second = await startBackend({ dataDirectory: first.dataDirectory });
  expect(await second.client.workspace.getStatus()).toMatchObject({ reason: 'in_use' });
  expect(second.workspace.ownsData).toBe(false);
  await first.stop();
  expect(await second.client.workspace.reopen()).toEqual({ state: 'open', kind: 'own' });
  await second.stop();
});

test('what cannot be opened answers every call with why', async () => {
  const folder = await usedFolder();
  truncateSync(ownFile(folder), 10);
  const { client, stop } = await startBackend({ dataDirectory: folder, platform: quiet });
  await expect(client.settings.getSettings()).rejects.toMatchObject({
    code: 'workspace_closed',
    data: { reason: 'damaged' },
  });
  await stop();
});

test('a new file, its log and its folder are for their owner alone', async () => {
  const { client, dataDirectory, stop } = await startBackend();
  await client.settings.saveSettings({ teamName: '华东' });
  await client.backups.createBackup();
  const open = (directory: string): string[] =>
    readdirSync(directory, { withFileTypes: true, recursive: true })
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => (statSync(path).mode & 0o077) !== 0);
  expect(open(dataDirectory)).toEqual([]);
  expect(statSync(dataDirectory).mode & 0o077).toBe(0);
  await stop();
});
