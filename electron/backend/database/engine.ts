import type Database from 'better-sqlite3-multiple-ciphers';

const oldestSafe = [3, 51, 3] as const;
/** Withdrawn by its makers. */
const withdrawn = '3.52.0';

/**
 * Refuses an SQLite with known data loss, or one without the cipher: such a driver would accept
 * the key and write a plain file (reliability C2, K1).
 *
 * @throws Error naming what was found
 */
export function assertEngine(connection: Database.Database): void {
  const version = String(connection.prepare('select sqlite_version()').pluck().get());
  if (!isSafeVersion(version)) throw new Error(`SQLite ${version} is not safe to use`);
  if (connection.pragma('cipher', { simple: true }) !== 'chacha20') {
    throw new Error('This SQLite cannot encrypt');
  }
}

export function isSafeVersion(version: string): boolean {
  if (version === withdrawn) return false;
  for (const [index, least] of oldestSafe.entries()) {
    const part = Number(version.split('.')[index] ?? 0);
    if (part !== least) return part > least;
  }
  return true;
}
