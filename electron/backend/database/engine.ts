import Database from 'better-sqlite3-multiple-ciphers';

const oldestSafe = [3, 51, 3] as const;
/** Withdrawn by its makers. */
const withdrawn = '3.52.0';
/** `sqlite_source_id()` of every engine this app was tested with; a new driver adds a line. */
const testedSources: readonly string[] = [
  '2026-07-24 19:02:57 bf7c7f30031888f4e796e429ab3978879485813aaca6f641c7b33e4e09459bcc',
];

/**
 * Refuses an SQLite with known data loss, one never tested with this app, or one without the
 * cipher: such a driver would accept the key and write a plain file (reliability C2, K1). Asks a
 * database in memory, so that no file is touched before.
 *
 * @throws Error naming what was found
 */
export function assertEngine(): void {
  const connection = new Database(':memory:');
  try {
    const [version, source] = connection
      .prepare<[], [string, string]>('select sqlite_version(), sqlite_source_id()')
      .raw()
      .get() ?? ['', ''];
    if (!isSafeVersion(version)) throw new Error(`SQLite ${version} is not safe to use`);
    if (!testedSources.includes(source)) throw new Error(`SQLite ${source} was never tested`);
    connection.pragma("cipher = 'chacha20'");
    if (connection.pragma('cipher', { simple: true }) !== 'chacha20') {
      throw new Error('This SQLite cannot encrypt');
    }
  } finally {
    connection.close();
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
