import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type * as fake from './fake-electron.ts';

let electron: typeof fake;
let secrets: typeof import('../../electron/main/secrets.ts');

beforeEach(async () => {
  vi.resetModules();
  vi.doMock('electron', () => import('./fake-electron.ts'));
  electron = (await import('electron')) as unknown as typeof fake;
  secrets = await import('../../electron/main/secrets.ts');
});

const secret = new Uint8Array(randomBytes(32));

function on(platform: NodeJS.Platform): void {
  vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);
}

test.each([
  ['linux', 'safe-storage:gnome_libsecret'],
  ['darwin', 'safe-storage:keychain'],
  ['win32', 'safe-storage:dpapi'],
] as const)('on %s the keeper is %s and the secret comes back', async (platform, keeper) => {
  on(platform);
  const wrapped = await secrets.protectSecret(secret);
  expect(wrapped.keeper).toBe(keeper);
  expect(Buffer.from(wrapped.wrapped, 'base64').includes(Buffer.from(secret))).toBe(false);
  expect(new Uint8Array(await secrets.unprotectSecret(wrapped))).toEqual(secret);
});

describe('refuses', () => {
  test.each(['basic_text', 'unknown'])('the store %s', async (backend) => {
    on('linux');
    electron.safeStorage.backend = backend;
    await expect(secrets.protectSecret(secret)).rejects.toThrow('protects nothing');
  });

  test('a system without a store', async () => {
    electron.safeStorage.isAvailable = false;
    await expect(secrets.protectSecret(secret)).rejects.toThrow('no key store');
  });

  test('a secret that another store protected, by name', async () => {
    on('linux');
    const wrapped = await secrets.protectSecret(secret);
    electron.safeStorage.backend = 'kwallet6';
    await expect(secrets.unprotectSecret(wrapped)).rejects.toThrow(
      'Protected by safe-storage:gnome_libsecret, but this is safe-storage:kwallet6',
    );
    await expect(secrets.unprotectSecret({ ...wrapped, keeper: 'key-file' })).rejects.toThrow();
  });
});
