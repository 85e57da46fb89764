import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { removeTestDirectories, testDirectory } from '#tests/support/start-backend.ts';
import { keyFileSecrets } from '../../electron/loopback/secrets.ts';

afterAll(removeTestDirectories);

const secret = new Uint8Array(randomBytes(32));
let folder: string;
let keeper: ReturnType<typeof keyFileSecrets>;
beforeEach(() => {
  folder = testDirectory();
  keeper = keyFileSecrets(folder);
});

test('a secret comes back, and its wrapping holds nothing of it', async () => {
  const wrapped = await keeper.protectSecret(secret);
  expect(wrapped.keeper).toBe('key-file');
  expect(Buffer.from(wrapped.wrapped, 'base64').includes(Buffer.from(secret))).toBe(false);
  expect(new Uint8Array(await keeper.unprotectSecret(wrapped))).toEqual(secret);
  const again = await keyFileSecrets(folder).unprotectSecret(wrapped);
  expect(new Uint8Array(again)).toEqual(secret);
});

test('the key is 32 random bytes that only its owner can read', async () => {
  await keeper.protectSecret(secret);
  const file = join(folder, 'device.key');
  expect(readFileSync(file)).toHaveLength(32);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('each wrapping is different and the key stays the same', async () => {
  const [first, second] = [await keeper.protectSecret(secret), await keeper.protectSecret(secret)];
  expect(first.wrapped).not.toBe(second.wrapped);
  expect(new Uint8Array(await keeper.unprotectSecret(first))).toEqual(secret);
});

describe('refuses', () => {
  test('any changed byte', async () => {
    const { wrapped } = await keeper.protectSecret(secret);
    const bytes = Buffer.from(wrapped, 'base64');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      const given = { keeper: 'key-file', wrapped: changed.toString('base64') };
      await expect(keeper.unprotectSecret(given)).rejects.toThrow();
    }
  });

  test('a shortened or empty wrapping', async () => {
    const { wrapped } = await keeper.protectSecret(secret);
    for (const part of ['', wrapped.slice(0, 4), wrapped.slice(0, 40)]) {
      await expect(keeper.unprotectSecret({ keeper: 'key-file', wrapped: part })).rejects.toThrow();
    }
  });

  test('a secret of another keeper', async () => {
    const wrapped = await keeper.protectSecret(secret);
    await expect(
      keeper.unprotectSecret({ ...wrapped, keeper: 'safe-storage:keychain' }),
    ).rejects.toThrow('Protected by safe-storage:keychain, not key-file');
  });

  test('to open with a new key when the old one is gone', async () => {
    const wrapped = await keeper.protectSecret(secret);
    rmSync(join(folder, 'device.key'));
    await expect(keeper.unprotectSecret(wrapped)).rejects.toThrow('ENOENT');
    await keeper.protectSecret(secret);
    await expect(keeper.unprotectSecret(wrapped)).rejects.toThrow();
  });

  test('a key file that is cut off, and leaves it as it is', async () => {
    await keeper.protectSecret(secret);
    writeFileSync(join(folder, 'device.key'), 'short');
    await expect(keeper.protectSecret(secret)).rejects.toThrow('is not a key');
    expect(readFileSync(join(folder, 'device.key'), 'utf8')).toBe('short');
  });
});
