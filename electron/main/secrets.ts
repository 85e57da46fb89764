import { safeStorage } from 'electron';
import type { ProtectedSecret } from '../backend/platform.ts';

/**
 * Protects a secret with the system's own key store and says which one it was, so that a change
 * of store is noticed instead of being mistaken for a wrong key.
 *
 * @throws when the system has no key store; a store in plain text (`basic_text`) counts as none
 */
export async function protectSecret(secret: Uint8Array): Promise<ProtectedSecret> {
  const keeper = await presentKeeper();
  const wrapped = await safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64'));
  return { keeper, wrapped: wrapped.toString('base64') };
}

/** @throws when another store protected it, or this one cannot open it */
export async function unprotectSecret({ keeper, wrapped }: ProtectedSecret): Promise<Uint8Array> {
  const present = await presentKeeper();
  if (keeper !== present) throw new Error(`Protected by ${keeper}, but this is ${present}`);
  const { result } = await safeStorage.decryptStringAsync(Buffer.from(wrapped, 'base64'));
  return Buffer.from(result, 'base64');
}

async function presentKeeper(): Promise<string> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) {
    throw new Error('The system has no key store');
  }
  if (process.platform === 'darwin') return 'safe-storage:keychain';
  if (process.platform === 'win32') return 'safe-storage:dpapi';
  const backend = safeStorage.getSelectedStorageBackend();
  if (backend === 'basic_text' || backend === 'unknown') {
    throw new Error(`The key store ${backend} protects nothing`);
  }
  return `safe-storage:${backend}`;
}
