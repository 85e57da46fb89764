import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** Makes a folder that only its owner can enter, with those above it. */
export function privateDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chmodSync(directory, 0o700);
}

/**
 * Makes an empty file that only its owner can read, so that what a library writes into it later
 * is private from the first byte. @throws EEXIST
 */
export function createPrivateFile(file: string): void {
  closeSync(openSync(file, 'wx', 0o600));
}

const probeBytes = 256 * 1024;

/**
 * Writes and removes a small file: tells a full disk and a folder that cannot be written from all
 * that looks like them, before anything of value is touched (reliability K3).
 *
 * @throws ENOSPC, EACCES, EROFS and their kin
 */
export function probeWriting(directory: string): void {
  const file = join(directory, '.probe');
  try {
    const handle = openSync(file, 'w', 0o600);
    try {
      if (writeSync(handle, Buffer.alloc(probeBytes)) < probeBytes) throw noSpace();
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } finally {
    rmSync(file, { force: true });
  }
}

/** @throws ENOSPC when the folder's disk has less room than this. */
export function assertRoom(directory: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(directory);
  if (bavail * bsize < bytes) throw noSpace();
}

function noSpace(): Error {
  return Object.assign(new Error('No space left'), { code: 'ENOSPC' });
}
