import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, createReadStream, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type Database from 'better-sqlite3-multiple-ciphers';
import { assertEncrypted } from '../database/assert-encrypted.ts';
import { schemaVersion } from '../database/migrate.ts';
import { type DatabaseFile, openConnection } from '../database/open-connection.ts';
import { syncDirectory, syncFile } from '../files/atomic-write.ts';
import { createPrivateFile } from '../files/private-files.ts';
import { slotFileName } from '../keys/slot-file.ts';
import { type BackupManifest, databaseName, manifestName } from './backup-manifest.ts';
import { manifestText } from './backup-store.ts';

/** What the thread that asks for a backup knows of it. */
export type BackupAbout = Pick<
  BackupManifest,
  | 'seq'
  | 'reason'
  | 'createdAt'
  | 'createdOn'
  | 'dayOfUse'
  | 'appVersion'
  | 'applicationId'
  | 'keyCheck'
>;

export type CreateWork = {
  task: 'create';
  source: DatabaseFile;
  slotFile: string;
  /** An empty folder. */
  directory: string;
  about: BackupAbout;
};
export type VerifyWork = {
  task: 'verify';
  directory: string;
  key: Uint8Array;
  manifest: BackupManifest;
};
/** Copies the file of a backup to `target` and checks the copy, not the original. */
export type PrepareWork = Omit<VerifyWork, 'task'> & { task: 'prepare'; target: string };

export type BackupWork = CreateWork | VerifyWork | PrepareWork;

/** `changed`: someone wrote meanwhile, so the copy could not be compared; nothing was kept. */
export type BackupResult = 'done' | 'changed' | 'damaged';

type Snapshot = Pick<BackupManifest, 'schemaVersion' | 'rows' | 'counters'>;

/** Runs in a thread of its own, with connections of its own. */
export async function runBackupWork(work: BackupWork): Promise<BackupResult> {
  if (work.task === 'create') return createCopy(work);
  const copy = join(work.directory, databaseName);
  if (work.task === 'verify') return checkCopy(copy, work);
  copyFileSync(copy, work.target);
  chmodSync(work.target, 0o600);
  syncFile(work.target);
  return checkCopy(work.target, work);
}

async function createCopy({
  source,
  slotFile,
  directory,
  about,
}: CreateWork): Promise<BackupResult> {
  const file = join(directory, databaseName);
  const snapshot = copyUnchanged(source, file);
  if (snapshot === undefined) return 'changed';
  assertEncrypted(file);
  syncFile(file);
  const isSame = isSound({ file, key: source.key }, { ...snapshot, ...about });
  if (!isSame) throw new Error('The copy does not hold what the file holds');
  const slotCopy = join(directory, slotFileName);
  copyFileSync(slotFile, slotCopy);
  chmodSync(slotCopy, 0o600);
  syncFile(slotCopy);
  const files = { [databaseName]: await markOf(file), [slotFileName]: await markOf(slotCopy) };
  const manifest: BackupManifest = { format: 1, ...about, ...snapshot, files, shrunkFrom: null };
  const manifestFile = join(directory, manifestName);
  writeFileSync(manifestFile, manifestText(manifest), { mode: 0o600, flush: true });
  syncDirectory(directory);
  return 'done';
}

/**
 * Copies the file as it is at one moment. The counts are taken in a moment of their own, so the
 * two can only be compared when nobody wrote in between. @returns undefined when somebody did
 */
function copyUnchanged(source: DatabaseFile, file: string): Snapshot | undefined {
  const connection = openConnection(source, 'inspect');
  try {
    const before = connection.pragma('data_version', { simple: true });
    const snapshot = snapshotOf(connection);
    createPrivateFile(file);
    connection.prepare('vacuum into ?').run(file);
    return connection.pragma('data_version', { simple: true }) === before ? snapshot : undefined;
  } finally {
    connection.close();
  }
}

async function checkCopy(file: string, { directory, key, manifest }: VerifyWork | PrepareWork) {
  const marks = manifest.files;
  for (const name of Object.keys(marks)) {
    const actual = await markOf(name === databaseName ? file : join(directory, name));
    if (actual.sha256 !== marks[name]?.sha256) return 'damaged';
  }
  return isSound({ file, key }, manifest) ? 'done' : 'damaged';
}

/** Opens a closed copy with the key and reads all of it. */
function isSound(target: DatabaseFile, expected: Snapshot & { applicationId: number }): boolean {
  const connection = openConnection(target, 'inspect');
  try {
    const found = { ...snapshotOf(connection), applicationId: expected.applicationId };
    return (
      connection.pragma('application_id', { simple: true }) === expected.applicationId &&
      connection.pragma('integrity_check(1)', { simple: true }) === 'ok' &&
      JSON.stringify(snapshotPart(found)) === JSON.stringify(snapshotPart(expected))
    );
  } finally {
    connection.close();
  }
}

function snapshotPart({ schemaVersion, rows, counters }: Snapshot): Snapshot {
  return { schemaVersion, rows, counters };
}

function snapshotOf(connection: Database.Database): Snapshot {
  const tables = connection
    .prepare<[], string>(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'
       and sql not like 'create virtual %' order by name`,
    )
    .pluck()
    .all();
  const count = (table: string) =>
    Number(connection.prepare(`select count(*) from "${table}"`).pluck().get());
  const counters = connection
    .prepare<[], [string, number]>('select name, seq from sqlite_sequence order by name')
    .raw()
    .all();
  return {
    schemaVersion: schemaVersion(connection),
    rows: Object.fromEntries(tables.map((table) => [table, count(table)])),
    counters: Object.fromEntries(counters),
  };
}

async function markOf(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { bytes: statSync(file).size, sha256: hash.digest('hex') };
}
