import Database from 'better-sqlite3-multiple-ciphers';

export type DatabaseFile = {
  file: string;
  /** 32 bytes. */
  key: Uint8Array;
};

/**
 * - `write`: the one connection that may change the file; turns on the write-ahead log;
 * - `read`: beside it, cannot change anything;
 * - `inspect`: reads a file that may be a closed copy or not ours at all.
 */
export type ConnectionUse = 'write' | 'read' | 'inspect';

/** Opens one connection to an encrypted file with every safety setting on and checked. */
export function openConnection({ file, key }: DatabaseFile, use: ConnectionUse): Database.Database {
  const connection = new Database(file, { readonly: use !== 'write', timeout: busyTimeoutMs });
  try {
    unlock(connection, key);
    harden(connection, use);
    assertHardened(connection, use);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

const busyTimeoutMs = 5000;

/** Applies the raw data key; SQLite derives nothing from it. */
function unlock(connection: Database.Database, key: Uint8Array): void {
  if (key.length !== 32) throw new Error('The data key must have 32 bytes');
  connection.pragma("cipher = 'chacha20'");
  connection.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
}

function harden(connection: Database.Database, use: ConnectionUse): void {
  if (use === 'write') connection.pragma('journal_mode = wal');
  connection.pragma('synchronous = full');
  connection.pragma('checkpoint_fullfsync = on');
  connection.pragma('foreign_keys = on');
  connection.pragma('trusted_schema = off');
  connection.pragma('cell_size_check = on');
  connection.pragma('secure_delete = on');
  connection.pragma('temp_store = memory');
  connection.pragma('mmap_size = 0');
  connection.pragma(`busy_timeout = ${busyTimeoutMs}`);
}

/** What must hold on every connection (reliability D14); a driver that ignores a pragma is caught. */
const expectedPragmas = {
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
  temp_store: 2,
  mmap_size: 0,
  busy_timeout: busyTimeoutMs,
} as const;

function assertHardened(connection: Database.Database, use: ConnectionUse): void {
  const expected =
    use === 'inspect' ? expectedPragmas : { ...expectedPragmas, journal_mode: 'wal' };
  for (const [name, value] of Object.entries(expected)) {
    const actual = connection.pragma(name, { simple: true });
    if (actual !== value) throw new Error(`pragma ${name} is ${actual}, not ${value}`);
  }
}
