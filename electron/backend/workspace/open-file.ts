import { existsSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { WorkspaceKind } from '#shared/contract/workspace.ts';
import { assertEncrypted } from '../database/assert-encrypted.ts';
import { installChangeTriggers } from '../database/change-triggers.ts';
import { assertEngine } from '../database/engine.ts';
import { migrate, pendingMigrations, schemaVersion } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import {
  type DatabaseFile,
  type OpenDatabase,
  openConnection,
  openDatabase,
} from '../database/open-database.ts';
import { ClosedError } from './closed-error.ts';

/** "Bell" and "BelS": which kind of workspace a file is, so a sample can never pass for data. */
export const applicationIds: Readonly<Record<WorkspaceKind, number>> = {
  own: 0x42_65_6c_6c,
  sample: 0x42_65_6c_53,
};

export const appSchemaVersion = migrations.at(-1)?.version ?? 0;

/**
 * Opens a workspace's file, or makes it: checks that it is ours, not newer and undamaged, brings
 * it to the present schema after a verified backup, and asserts that it is encrypted.
 *
 * @param backUp makes a verified backup; awaited before the first migration of an existing file
 * @throws ClosedError
 */
export async function openWorkspaceFile(
  target: DatabaseFile,
  kind: WorkspaceKind,
  backUp: () => Promise<unknown>,
): Promise<OpenDatabase> {
  const isNew = !existsSync(target.file) || statSync(target.file).size === 0;
  const version = isNew ? 0 : inspect(target, kind);
  if (!isNew && pendingMigrations(version, migrations).length > 0) await backUp();
  try {
    const database = openDatabase(target);
    assertEngine(database.connection);
    migrate(database.connection, migrations, applicationIds[kind]);
    assertEncrypted(target.file);
    installChangeTriggers(database.connection);
    return database;
  } catch (error) {
    throw toClosedError(error);
  }
}

/** Reads an existing file without changing a byte of it and answers its schema version. */
function inspect(target: DatabaseFile, kind: WorkspaceKind): number {
  const connection = openForInspection(target);
  try {
    const version = schemaVersion(connection);
    if (connection.pragma('application_id', { simple: true }) !== applicationIds[kind]) {
      throw new ClosedError('foreign');
    }
    if (version > appSchemaVersion) throw new ClosedError('newer', { fileVersion: version });
    if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      throw new ClosedError('damaged');
    }
    return version;
  } catch (error) {
    throw toClosedError(error);
  } finally {
    connection.close();
  }
}

function openForInspection(target: DatabaseFile): Database.Database {
  try {
    return openConnection(target, { readonly: true });
  } catch (error) {
    throw toClosedError(error);
  }
}

const reasons: Readonly<Record<string, ClosedError['reason']>> = {
  SQLITE_NOTADB: 'damaged',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_FULL: 'disk_full',
  ENOSPC: 'disk_full',
  SQLITE_READONLY: 'read_only',
  SQLITE_CANTOPEN: 'read_only',
  EACCES: 'read_only',
  EROFS: 'read_only',
};

export function toClosedError(error: unknown): ClosedError {
  if (error instanceof ClosedError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = Object.keys(reasons).find((prefix) => code.startsWith(prefix));
  return new ClosedError((known && reasons[known]) || 'failed', { cause: error });
}
