import { existsSync, lstatSync, rmSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3-multiple-ciphers';
import { isPlainDatabase } from '../database/assert-encrypted.ts';
import { pendingMigrations, schemaVersion } from '../database/migrate.ts';
import type { Migration } from '../database/migrations/migration.ts';
import { type DatabaseFile, openConnection } from '../database/open-connection.ts';
import { expectedSchemaDump, schemaDump } from '../database/schema-dump.ts';
import { failureCause } from '../files/failure-cause.ts';
import { ClosedError } from './closed-error.ts';

export type FileIdentity = {
  applicationId: number;
  /** In order; the last one is the newest schema this app knows. */
  migrations: readonly Migration[];
  /** Keys of other files of this app: one of them opening it means the file is misplaced. */
  otherKeys: readonly Uint8Array[];
  /** True when the newest backup names another data key than the one in use. */
  isOtherKeyKnown: boolean;
};

export type InspectedFile = {
  schemaVersion: number;
  /** False when the pages of a large file are still to be checked (`checkPages`). */
  isChecked: boolean;
};

/** Checked faster than a thread for it starts. */
const checkedAtOnceBytes = 8 * 1024 * 1024;

/**
 * Reads an existing file without changing a byte of it. Every page is checked before the schema is
 * changed; a large file of the present schema is opened first and checked in a thread of its own.
 *
 * @throws ClosedError foreign, newer, damaged or key_wrong; other errors as they come
 */
export function inspectFile(target: DatabaseFile, identity: FileIdentity): InspectedFile {
  assertPlainFile(target.file);
  const hadLog = existsSync(`${target.file}-wal`);
  try {
    return readIdentity(target, identity);
  } catch (error) {
    if (failureCause(error) !== 'damaged') throw error;
    throw new ClosedError(whyUnreadable(target.file, identity), { cause: error });
  } finally {
    if (!hadLog) removeEmptyLog(target.file);
  }
}

/** A link could lead the app to write where nobody looks; a folder is no file. */
function assertPlainFile(file: string): void {
  const found = lstatSync(file);
  if (found.isSymbolicLink()) throw new ClosedError('foreign');
  if (!found.isFile() || found.size === 0) throw new ClosedError('damaged');
}

/** Reads every page through its authentication code. @throws ClosedError damaged; as they come */
export function checkPages(target: DatabaseFile): void {
  const connection = openConnection(target, 'inspect');
  try {
    assertSound(connection);
  } finally {
    connection.close();
  }
}

function assertSound(connection: Database.Database): void {
  if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') {
    throw new ClosedError('damaged');
  }
}

function readIdentity(target: DatabaseFile, identity: FileIdentity): InspectedFile {
  const { applicationId, migrations } = identity;
  const connection = openConnection(target, 'inspect');
  try {
    const version = schemaVersion(connection);
    if (connection.pragma('application_id', { simple: true }) !== applicationId) {
      throw new ClosedError('foreign');
    }
    if (version > (migrations.at(-1)?.version ?? 0)) {
      throw new ClosedError('newer', { fileVersion: version });
    }
    const isChecked =
      pendingMigrations(version, migrations).length > 0 ||
      statSync(target.file).size <= checkedAtOnceBytes;
    if (isChecked) assertSound(connection);
    if (schemaDump(connection) !== expectedSchemaDump(version, migrations)) {
      throw new ClosedError('foreign', { fileVersion: version });
    }
    return { schemaVersion: version, isChecked };
  } finally {
    connection.close();
  }
}

/** The cipher has one answer for a wrong key, damage and any other file (reliability M27). */
function whyUnreadable(
  file: string,
  { otherKeys, isOtherKeyKnown }: FileIdentity,
): ClosedError['reason'] {
  if (isPlainDatabase(file)) return 'foreign';
  if (otherKeys.some((key) => opens({ file, key }))) return 'foreign';
  return isOtherKeyKnown ? 'key_wrong' : 'damaged';
}

function opens(target: DatabaseFile): boolean {
  try {
    openConnection(target, 'inspect').close();
    return true;
  } catch {
    return false;
  }
}

/** Reading makes an empty log beside the file; a file that is refused is left as it was found. */
function removeEmptyLog(file: string): void {
  const size = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size;
  if (size !== undefined && size > 0) return;
  rmSync(`${file}-wal`, { force: true });
  rmSync(`${file}-shm`, { force: true });
}
