import { existsSync, lstatSync, rmSync, statSync } from 'node:fs';
import { isPlainDatabase } from '../database/assert-encrypted.ts';
import { schemaVersion } from '../database/migrate.ts';
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

/**
 * Reads an existing file without changing a byte of it and answers its schema version.
 *
 * @throws ClosedError foreign, newer, damaged or key_wrong; other errors as they come
 */
export function inspectFile(target: DatabaseFile, identity: FileIdentity): number {
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

function readIdentity(target: DatabaseFile, identity: FileIdentity): number {
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
    if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      throw new ClosedError('damaged');
    }
    if (schemaDump(connection) !== expectedSchemaDump(version, migrations)) {
      throw new ClosedError('foreign', { fileVersion: version });
    }
    return version;
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
