import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';

export type OwnerLock = { release(): void };

/**
 * Takes the one right to open this data folder, for either host. The operating system frees it
 * when the process ends in any way. Null when another process holds it.
 */
export function takeOwnerLock(dataDirectory: string): OwnerLock | null {
  const lock = new Database(join(dataDirectory, 'app.lock'), { timeout: 300 });
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
