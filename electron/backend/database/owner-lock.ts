import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { createPrivateFile } from '../files/private-files.ts';

export type OwnerLock = { release(): void };

/**
 * Takes the one right to open this data folder, for either host. The operating system frees it
 * when the process ends in any way. Null when another process holds it.
 */
export function takeOwnerLock(dataDirectory: string): OwnerLock | null {
  const file = join(dataDirectory, 'app.lock');
  createIfMissing(file);
  const lock = new Database(file, { timeout: 300 });
  try {
    lock.pragma('journal_mode = delete');
    lock.exec('begin exclusive');
    return { release: () => lock.close() };
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}

/** Two processes may start at once: the one that comes second finds the file. */
function createIfMissing(file: string): void {
  try {
    createPrivateFile(file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  }
}
