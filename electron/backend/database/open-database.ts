import type Database from 'better-sqlite3-multiple-ciphers';
import { Kysely, SqliteDialect } from 'kysely';
import type { Tables } from './db.ts';
import { guardedDriver } from './guarded-driver.ts';
import { type DatabaseFile, openConnection } from './open-connection.ts';

/**
 * Pages of the file that the app keeps in memory: each that is read again is decrypted again, and
 * a screen of 100,000 deals walks tens of megabytes of indexes.
 */
const cacheKb = { read: 64 * 1024, write: 16 * 1024 };

export type OpenDatabase = {
  file: string;
  /** The raw writing connection: migrations, undo and search use it, features never. */
  connection: Database.Database;
  write: Kysely<Tables>;
  read: Kysely<Tables>;
  /**
   * Runs work while no transaction is open on either connection and none can start. Waits for
   * those that were asked for before.
   */
  alone<T>(work: () => T | Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** Opens the file for the app: one connection that writes, one that can only read. */
export function openDatabase(target: DatabaseFile): OpenDatabase {
  const connection = openConnection(target, 'write');
  connection.pragma(`cache_size = -${cacheKb.write}`);
  const write = kysely(connection);
  const read = kysely(openReader(target, connection));
  const alone = <T>(work: () => T | Promise<T>): Promise<T> =>
    write.connection().execute(() => read.connection().execute(async () => work()));
  return {
    file: target.file,
    connection,
    write,
    read,
    alone,
    async close() {
      await alone(() => undefined);
      await read.destroy();
      await write.destroy();
    },
  };
}

/** Opens the file for a thread that only reads. */
export function openReadDatabase(target: DatabaseFile): Kysely<Tables> {
  return kysely(openConnection(target, 'read'));
}

function openReader(target: DatabaseFile, writer: Database.Database): Database.Database {
  try {
    const reader = openConnection(target, 'read');
    reader.pragma(`cache_size = -${cacheKb.read}`);
    return reader;
  } catch (error) {
    writer.close();
    throw error;
  }
}

function kysely(connection: Database.Database): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new SqliteDialect({ database: guardedDriver(connection) }),
  });
}
