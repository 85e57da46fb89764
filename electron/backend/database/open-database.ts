import { chmodSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';
import { Kysely, SqliteDialect } from 'kysely';
import type { Tables } from './db.ts';
import { guardedDriver } from './guarded-driver.ts';

export type DatabaseFile = {
  file: string;
  /** 32 bytes. */
  key: Uint8Array;
};

export type OpenDatabase = {
  file: string;
  /** The raw writing connection: migrations, undo and search use it, features never. */
  connection: Database.Database;
  write: Kysely<Tables>;
  read: Kysely<Tables>;
  close(): Promise<void>;
};

/** Opens one connection to an encrypted file with every safety setting on and checked. */
export function openConnection(
  { file, key }: DatabaseFile,
  { readonly = false } = {},
): Database.Database {
  const connection = new Database(file, { readonly, timeout: 5000 });
  try {
    unlock(connection, key);
    harden(connection, readonly);
    assertHardened(connection);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Opens the file for the app: one connection that writes, one that can only read. */
export function openDatabase(options: DatabaseFile): OpenDatabase {
  const connection = openConnection(options);
  chmodSync(options.file, 0o600);
  const write = kysely(connection);
  const read = kysely(openConnection(options, { readonly: true }));
  return {
    file: options.file,
    connection,
    write,
    read,
    async close() {
      await read.destroy();
      connection.pragma('wal_checkpoint(truncate)');
      await write.destroy();
    },
  };
}

/** Applies the raw data key; SQLite derives nothing from it. */
function unlock(connection: Database.Database, key: Uint8Array): void {
  if (key.length !== 32) throw new Error('The data key must have 32 bytes');
  connection.pragma("cipher = 'chacha20'");
  connection.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
}

function harden(connection: Database.Database, readonly: boolean): void {
  if (!readonly) connection.pragma('journal_mode = wal');
  connection.pragma('synchronous = full');
  connection.pragma('checkpoint_fullfsync = on');
  connection.pragma('foreign_keys = on');
  connection.pragma('trusted_schema = off');
  connection.pragma('cell_size_check = on');
  connection.pragma('secure_delete = on');
  connection.pragma('temp_store = memory');
  connection.pragma('mmap_size = 0');
  connection.pragma('busy_timeout = 5000');
}

/** What must hold on every connection (reliability D14); a driver that ignores a pragma is caught. */
const expectedPragmas = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
  temp_store: 2,
  mmap_size: 0,
  busy_timeout: 5000,
} as const;

function assertHardened(connection: Database.Database): void {
  for (const [name, expected] of Object.entries(expectedPragmas)) {
    const actual = connection.pragma(name, { simple: true });
    if (actual !== expected) throw new Error(`pragma ${name} is ${actual}, not ${expected}`);
  }
}

function kysely(connection: Database.Database): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new SqliteDialect({ database: guardedDriver(connection) }),
  });
}
