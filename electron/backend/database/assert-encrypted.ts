import { closeSync, openSync, readSync } from 'node:fs';

const plainHeader = 'SQLite format 3';

/**
 * Refuses a file that anyone could read. A driver without the cipher accepts the key and writes
 * a plain file, so this is asserted after the first write of every start (reliability K1).
 */
export function assertEncrypted(file: string): void {
  const handle = openSync(file, 'r');
  try {
    const header = Buffer.alloc(plainHeader.length);
    readSync(handle, header, 0, header.length, 0);
    if (header.toString('latin1') === plainHeader) throw new Error('The file is not encrypted');
  } finally {
    closeSync(handle);
  }
}
