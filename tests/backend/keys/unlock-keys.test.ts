import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { unlockKeys } from '#backend/keys/key-service.ts';
import type { Platform } from '#backend/platform.ts';
import {
  removeTestDirectories,
  startBackend,
  testDirectory,
  testPlatform,
} from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

const nothing = { hasData: false, spares: [] };
const slots = (directory: string) => join(directory, 'keys.json');

/** A folder with a key, and a way to unlock it again. */
async function folderWithKey(platform: Partial<Platform> = {}) {
  const directory = testDirectory();
  const machine = testPlatform(directory, { platform });
  const { check } = await unlockKeys(machine, nothing);
  const unlock = (changes: Partial<Platform> = {}, spares: string[] = []) =>
    unlockKeys({ ...machine, ...changes }, { hasData: true, spares });
  return { directory, check, unlock };
}

test('the same folder gives the same key, and each purpose its own', async () => {
  const { check, unlock } = await folderWithKey();
  const keys = await unlock();
  expect(keys.check).toBe(check);
  expect(keys.keyFor('own')).toEqual(keys.keyFor('own'));
  expect(keys.keyFor('own')).not.toEqual(keys.keyFor('sample'));
  expect(keys.keyFor('own')).toHaveLength(32);
});

test('neither file of slots holds the key as it is', async () => {
  const { directory } = await folderWithKey({
    protectSecret: async (secret) => ({
      keeper: 'xor',
      wrapped: Buffer.from(secret.map((byte) => byte ^ 0xff)).toString('base64'),
    }),
    unprotectSecret: async ({ wrapped }) =>
      Buffer.from(wrapped, 'base64').map((byte) => byte ^ 0xff),
  });
  expect(readdirSync(directory).sort()).toEqual(['keys.json', 'keys.previous.json']);
});

test('a missing slot file beside data never leads to a new key', async () => {
  const { directory, unlock } = await folderWithKey();
  for (const name of readdirSync(directory)) rmSync(join(directory, name));
  await expect(unlock()).rejects.toMatchObject({ reason: 'key_missing' });
  expect(readdirSync(directory)).toEqual([]);
});

test('a missing slot file beside backups never leads to a new key', async () => {
  const { client, dataDirectory, stop } = await startBackend();
  await client.backups.createBackup();
  await stop();
  for (const name of ['keys.json', 'keys.previous.json', 'bellwether.db']) {
    rmSync(join(dataDirectory, name));
  }
  rmSync(join(dataDirectory, 'backups', '000001', 'keys.json'));
  const second = await startBackend({
    dataDirectory,
    platform: { log: { info: () => {}, error: () => {} } },
  });
  expect(await second.client.workspace.getStatus()).toMatchObject({ reason: 'key_missing' });
  expect(existsSync(slots(dataDirectory))).toBe(false);
  await second.stop();
});

test('a slot file cut short at any byte is replaced by its spare copy and set aside', async () => {
  const { directory, check, unlock } = await folderWithKey();
  const whole = readFileSync(slots(directory));
  for (let length = 0; length < whole.length; length += 13) {
    writeFileSync(slots(directory), whole.subarray(0, length));
    expect((await unlock()).check).toBe(check);
    expect(readFileSync(slots(directory))).toEqual(whole);
  }
  expect(existsSync(`${slots(directory)}.damaged-1`)).toBe(true);
});

test('the copy in a backup opens the data when both slot files are gone', async () => {
  const { directory, check, unlock } = await folderWithKey();
  const spare = join(directory, 'spare.json');
  copyFileSync(slots(directory), spare);
  for (const name of ['keys.json', 'keys.previous.json']) rmSync(join(directory, name));
  expect((await unlock({}, [spare])).check).toBe(check);
  expect(existsSync(slots(directory))).toBe(true);
});

test('slots of an unknown kind are kept untouched', async () => {
  const { directory, check, unlock } = await folderWithKey();
  const content = JSON.parse(readFileSync(slots(directory), 'utf8'));
  content.slots.unshift({ kind: 'passphrase', salt: 'c2FsdA==', cost: 17 });
  const text = JSON.stringify(content);
  writeFileSync(slots(directory), text);
  expect((await unlock()).check).toBe(check);
  expect(readFileSync(slots(directory), 'utf8')).toBe(text);
});

test('a slot file of a newer version is refused and left as it is', async () => {
  const { directory, unlock } = await folderWithKey();
  const text = JSON.stringify({ version: 2, slots: 'who knows' });
  writeFileSync(slots(directory), text);
  await expect(unlock()).rejects.toMatchObject({ reason: 'newer' });
  expect(readFileSync(slots(directory), 'utf8')).toBe(text);
});

test('a keeper that cannot open the slot, or gives another key, is a wrong key', async () => {
  const { unlock } = await folderWithKey();
  const refuse = async () => Promise.reject(new Error('other keeper'));
  await expect(unlock({ unprotectSecret: refuse })).rejects.toMatchObject({ reason: 'key_wrong' });
  const other = async () => new Uint8Array(32);
  await expect(unlock({ unprotectSecret: other })).rejects.toMatchObject({ reason: 'key_wrong' });
});
