import { existsSync, lstatSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { WorkspaceKind } from '#shared/contract/workspace.ts';
import { assertEncrypted } from '../database/assert-encrypted.ts';
import { checkpoint } from '../database/checkpoint.ts';
import { assertEngine } from '../database/engine.ts';
import { migrate, pendingMigrations, schemaVersion } from '../database/migrate.ts';
import { migrations as appMigrations } from '../database/migrations/index.ts';
import type { Migration } from '../database/migrations/migration.ts';
import { type DatabaseFile, openConnection } from '../database/open-connection.ts';
import { type OpenDatabase, openDatabase } from '../database/open-database.ts';
import { installChangeTriggers } from '../database/undo/change-triggers.ts';
import { syncDirectory } from '../files/atomic-write.ts';
import {
  assertRoom,
  createPrivateFile,
  privateDirectory,
  probeWriting,
} from '../files/private-files.ts';
import { ClosedError, toClosedError } from './closed-error.ts';
import { inspectFile } from './inspect-file.ts';

/** "Bell" and "BelS": which kind of workspace a file is, so a sample can never pass for data. */
export const applicationIds: Readonly<Record<WorkspaceKind, number>> = {
  own: 0x42_65_6c_6c,
  sample: 0x42_65_6c_53,
};

export const appSchemaVersion = appMigrations.at(-1)?.version ?? 0;

export type OpenFileOptions = {
  kind: WorkspaceKind;
  /** Keys of this app's other files. */
  otherKeys: readonly Uint8Array[];
  /** Is there a backup, and does the newest one name another data key? */
  backups: 'none' | 'same_key' | 'other_key';
  /** Makes a verified backup; awaited before the first migration of an existing file. */
  backUp(): Promise<unknown>;
  /** For tests of migrations; the app's own otherwise. */
  migrations?: readonly Migration[];
};

export type OpenFile = OpenDatabase & {
  /** False when the pages of a large file are still to be checked. */
  isChecked: boolean;
};

/** Room for a copy of the file, its rebuilt tables and the log (reliability S2). */
const roomForMigration = 2.5;

/**
 * Opens a workspace's file, or makes it: checks that it is ours, not newer and undamaged (of a
 * large file: later), brings it to the present schema after a verified backup, and asserts that
 * it is encrypted.
 *
 * @throws ClosedError
 */
export async function openWorkspaceFile(
  target: DatabaseFile,
  options: OpenFileOptions,
): Promise<OpenFile> {
  try {
    assertEngine();
    privateDirectory(dirname(target.file));
    probeWriting(dirname(target.file));
    let isChecked = true;
    if (isThere(target.file)) isChecked = await bringUpToDate(target, options);
    else createFile(target, options);
    return { ...(await openAsserted(target, options)), isChecked };
  } catch (error) {
    throw toClosedError(error);
  }
}

/** A link that leads nowhere is there all the same. */
function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/**
 * Makes the file under another name and renames it when it is whole. So an empty or half-made
 * file is never taken for a new one, and a missing one beside backups is a loss to be told.
 */
function createFile(target: DatabaseFile, options: OpenFileOptions): void {
  const hasLog = existsSync(`${target.file}-wal`);
  if (hasLog || options.backups !== 'none') throw new ClosedError('missing');
  const { migrations = appMigrations, kind } = options;
  const file = `${target.file}.new`;
  for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
  createPrivateFile(file);
  const connection = openConnection({ ...target, file }, 'write');
  try {
    migrate(connection, migrations, applicationIds[kind]);
  } finally {
    connection.close();
  }
  assertEncrypted(file);
  renameSync(file, target.file);
  syncDirectory(dirname(file));
}

/** @returns true when every page was checked */
async function bringUpToDate(target: DatabaseFile, options: OpenFileOptions): Promise<boolean> {
  const { migrations = appMigrations, kind } = options;
  const { schemaVersion: version, isChecked } = inspectFile(target, {
    applicationId: applicationIds[kind],
    migrations,
    otherKeys: options.otherKeys,
    isOtherKeyKnown: options.backups === 'other_key',
  });
  if (pendingMigrations(version, migrations).length === 0) return isChecked;
  assertRoom(dirname(target.file), roomForMigration * statSync(target.file).size);
  await options.backUp();
  const connection = openConnection(target, 'write');
  try {
    migrate(connection, migrations, applicationIds[kind]);
  } finally {
    connection.close();
  }
  return isChecked;
}

async function openAsserted(
  target: DatabaseFile,
  { kind, migrations = appMigrations }: OpenFileOptions,
): Promise<OpenDatabase> {
  const database = openDatabase(target);
  try {
    const { connection } = database;
    const found = [
      connection.pragma('application_id', { simple: true }),
      schemaVersion(connection),
    ];
    const expected = [applicationIds[kind], migrations.at(-1)?.version ?? 0];
    if (String(found) !== String(expected))
      throw new Error(`The file is ${found}, not ${expected}`);
    await writeFirst(database);
    assertEncrypted(target.file);
    installChangeTriggers(connection);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Puts a page through the log into the file, so that the assertion after it sees our own write. */
async function writeFirst(database: OpenDatabase): Promise<void> {
  const { connection } = database;
  connection.pragma(`application_id = ${connection.pragma('application_id', { simple: true })}`);
  await checkpoint(database);
}
