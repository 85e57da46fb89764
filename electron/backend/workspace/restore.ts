import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ClosedReason } from '#shared/contract/workspace.ts';
import { AppError } from '../app-error.ts';
import { backupBytes } from '../backups/backup-manifest.ts';
import type { StoredBackup } from '../backups/backup-store.ts';
import { syncDirectory } from '../files/atomic-write.ts';
import { assertRoom } from '../files/private-files.ts';
import { type UnlockedKeys, unlockKeys } from '../keys/key-service.ts';
import { firstFree, restoreSlotFile, slotFileName } from '../keys/slot-file.ts';
import { ClosedError } from './closed-error.ts';
import { appSchemaVersion } from './open-file.ts';
import { type Surroundings, unlock } from './open-kind.ts';

/** What becomes of the file in use: it is in a backup already, or goes into a folder so named. */
export type OldFile = 'in_backup' | 'damaged' | 'replaced';

/** Only what was found damaged is called so. */
export function asideName(reason: ClosedReason): OldFile {
  return reason === 'damaged' ? 'damaged' : 'replaced';
}

/** A checked copy of a backup, ready to take the place of the file. */
export type PreparedRestore = {
  /** Puts it there; the file must be closed. */
  swap(old: OldFile): void;
};

/**
 * Copies a backup beside the file and checks the copy. Nothing in use is touched.
 *
 * @throws AppError not_found, backup_damaged, backup_newer, disk_full, workspace_closed (no key opens it)
 */
export async function prepareRestore(
  surroundings: Surroundings,
  seq: number,
): Promise<PreparedRestore> {
  const { backups, files } = surroundings;
  const backup = backups.store.find(seq);
  if (backup === undefined) throw new AppError('not_found');
  if (backup.manifest.schemaVersion > appSchemaVersion) throw new AppError('backup_newer');
  const file = files.path('own');
  const copy = `${file}.restore`;
  rmSync(copy, { force: true });
  assertRoom(dirname(file), backupBytes(backup.manifest));
  const keys = await keysOf(surroundings, backup);
  if (!(await backups.prepare(backup, keys.keyFor('own'), copy))) {
    rmSync(copy, { force: true });
    backups.store.setAside(seq);
    throw new AppError('backup_damaged');
  }
  return {
    swap(old) {
      if (old === 'in_backup') assertNoLog(file);
      else setAside(file, old);
      renameSync(copy, file);
      syncDirectory(dirname(file));
      keys.install();
    },
  };
}

type RestoreKeys = Pick<UnlockedKeys, 'keyFor'> & {
  /** Makes the backup's own slot file the one in use, where another key had taken its place. */
  install(): void;
};

async function keysOf(surroundings: Surroundings, backup: StoredBackup): Promise<RestoreKeys> {
  const present = await unlock(surroundings).catch(() => undefined);
  if (present?.check === backup.manifest.keyCheck) return { ...present, install: () => undefined };
  const { platform } = surroundings;
  const slotFile = join(backup.directory, slotFileName);
  const ofBackup = await unlockKeys(
    { ...platform, dataDirectory: backup.directory },
    { hasData: true, spares: [] },
  ).catch((error: unknown) => {
    throw new AppError('workspace_closed', { reason: 'key_wrong' }, { cause: error });
  });
  const install = () => restoreSlotFile(platform.dataDirectory, readFileSync(slotFile, 'utf8'));
  return { ...ofBackup, install };
}

/** The log of the old file must never meet the new one: SQLite would play it onto it. */
function assertNoLog(file: string): void {
  if (existsSync(`${file}-wal`)) throw new ClosedError('failed');
}

/** Moves a file that cannot be read, and all that belongs to it, into a folder of its own. */
function setAside(file: string, name: string): void {
  const parts = ['-wal', '-shm', '']
    .map((suffix) => file + suffix)
    .filter((part) => existsSync(part));
  if (parts.length === 0) return;
  const directory = firstFree(join(dirname(file), name));
  mkdirSync(directory, { mode: 0o700 });
  for (const part of parts) renameSync(part, join(directory, basename(part)));
  syncDirectory(directory);
  syncDirectory(dirname(file));
}
