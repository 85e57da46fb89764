import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3-multiple-ciphers';

/** A mark of everything in the given tables; whole numbers are read without loss. */
export function dumpOf(connection: Database.Database, tables: readonly string[]): string {
  const hash = createHash('sha256');
  for (const table of tables) {
    const rows = connection
      .prepare(`select * from ${table} order by id`)
      .safeIntegers()
      .raw()
      .all();
    const text = JSON.stringify(rows, (_key, value) =>
      typeof value === 'bigint' ? `int ${value}` : value,
    );
    hash.update(`${table} ${text}`);
  }
  return hash.digest('hex');
}
