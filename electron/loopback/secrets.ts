import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atomicWrite } from '../backend/files/atomic-write.ts';
import type { ProtectedSecret } from '../backend/platform.ts';
import type { HostServices } from '../backend/start-worker.ts';

const deviceKeyFile = 'device.key';
const keeper = 'key-file';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
/** First byte of what is wrapped; another format would get another number. */
const format = 1;
const purpose = Buffer.from('bellwether device slot v1');

/**
 * Protects secrets with a random key in a file that only its owner can read. It keeps the data
 * from other users of the computer and from a copy of the database alone, not from a copy of the
 * whole folder: that is what the passphrase is for.
 */
export function keyFileSecrets(
  dataDirectory: string,
): Pick<HostServices, 'protectSecret' | 'unprotectSecret'> {
  const file = join(dataDirectory, deviceKeyFile);
  return {
    protectSecret: async (secret) =>
      wrap(existsSync(file) ? readKey(file) : createKey(file), secret),
    unprotectSecret: async (secret) => unwrap(readKey(file), secret),
  };
}

function createKey(file: string): Buffer {
  const key = randomBytes(keyBytes);
  atomicWrite(file, key);
  return key;
}

function readKey(file: string): Buffer {
  const key = readFileSync(file);
  if (key.length !== keyBytes) throw new Error(`${deviceKeyFile} is not a key`);
  return key;
}

function wrap(key: Buffer, secret: Uint8Array): ProtectedSecret {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(purpose);
  const parts = [Buffer.of(format), nonce, cipher.update(secret), cipher.final()];
  return { keeper, wrapped: Buffer.concat([...parts, cipher.getAuthTag()]).toString('base64') };
}

/** @throws when another keeper protected it, or the key or a byte is wrong */
function unwrap(key: Buffer, secret: ProtectedSecret): Uint8Array {
  if (secret.keeper !== keeper) throw new Error(`Protected by ${secret.keeper}, not ${keeper}`);
  const bytes = Buffer.from(secret.wrapped, 'base64');
  if (bytes[0] !== format) throw new Error('Wrapped in an unknown format');
  const nonce = bytes.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    .setAAD(purpose)
    .setAuthTag(bytes.subarray(-tagBytes));
  const content = bytes.subarray(1 + nonceBytes, -tagBytes);
  return Buffer.concat([decipher.update(content), decipher.final()]);
}
