import { closeSync, openSync, readSync } from 'node:fs';

const plainHeader = 'SQLite format 3\0';

/** True for an SQLite file that anyone can read. */
export function isPlainDatabase(file: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const header = Buffer.alloc(plainHeader.length);
    readSync(handle, header, 0, header.length, 0);
    return header.toString('latin1') === plainHeader;
  } finally {
    closeSync(handle);
  }
}

/**
 * Refuses a file that anyone could read. A driver without the cipher accepts the key and writes
 * a plain file, so this is asserted after the first write of every start (reliability K1).
 */
export function assertEncrypted(file: string): void {
  if (isPlainDatabase(file)) throw new Error('The file is not encrypted');
}
