import { join } from 'node:path';
import type { BackupReason, BackupStatus } from '#shared/contract/backups.ts';
import { localDateOf } from '../clock.ts';
import type { DatabaseFile } from '../database/open-connection.ts';
import { failureCause } from '../files/failure-cause.ts';
import { oneAtATime } from '../hosting/one-at-a-time.ts';
import { slotFileName } from '../keys/slot-file.ts';
import type { Platform } from '../platform.ts';
import { backupBytes, isShrunk, recordCount } from './backup-manifest.ts';
import { type BackupStore, backupStore, type StoredBackup } from './backup-store.ts';
import type { BackupResult } from './backup-work.ts';
import { outdatedBackups } from './rotation.ts';
import { runBackupJob } from './run-backup-job.ts';

/** What is backed up. */
export type BackupSource = DatabaseFile & {
  applicationId: number;
  keyCheck: string;
  /** Runs work while nobody can write. */
  alone<T>(work: () => Promise<T>): Promise<T>;
};

export type BackupOrder = { reason: BackupReason; signal?: AbortSignal };

export type Backups = {
  store: BackupStore;
  /** @throws whatever made it fail; the failure is kept for the status and told */
  create(source: BackupSource, order: BackupOrder): Promise<StoredBackup>;
  verify(backup: StoredBackup, key: Uint8Array): Promise<boolean>;
  /** Copies a backup's file to `target` and checks the copy. */
  prepare(backup: StoredBackup, key: Uint8Array, target: string): Promise<boolean>;
  accept(seq: number): void;
  failure(): BackupStatus['failure'];
};

/** Tries while others write; the last time nobody may. */
const freeTries = 3;

/** The verified backups of one data folder. Only one is made at a time. */
export function openBackups(platform: Platform, onChange: () => void): Backups {
  const store = backupStore(join(platform.dataDirectory, 'backups'));
  const inTurn = oneAtATime();
  let failure: BackupStatus['failure'] = null;
  return {
    store,
    create: (source, order) =>
      inTurn(async () => {
        try {
          const made = await createBackup(platform, { store, source, order });
          failure = null;
          return made;
        } catch (error) {
          failure = { at: platform.now().toISOString(), cause: failureCause(error) };
          platform.log.error('backup_failed', error, { reason: order.reason });
          throw error;
        } finally {
          onChange();
        }
      }),
    verify: (backup, key) =>
      inTurn(async () => {
        const isGood = await isWhole(platform, { task: 'verify', ...backup, key });
        if (!isGood) store.setAside(backup.manifest.seq);
        if (!isGood) onChange();
        return isGood;
      }),
    prepare: (backup, key, target) =>
      inTurn(() => isWhole(platform, { task: 'prepare', ...backup, key, target })),
    accept(seq) {
      const found = store.find(seq);
      if (found !== undefined) store.rewrite({ ...found.manifest, shrunkFrom: null });
      onChange();
    },
    failure: () => failure,
  };
}

type Creation = { store: BackupStore; source: BackupSource; order: BackupOrder };

async function createBackup(platform: Platform, creation: Creation): Promise<StoredBackup> {
  const { store } = creation;
  const unfinished = store.begin();
  try {
    const result = await copyQuietly(platform, creation, unfinished);
    if (result !== 'done') throw new Error(`The copy is ${result}`);
    const [former] = store.list();
    const made = store.finish(unfinished);
    const marked = markShrunk(store, made, former);
    rotate(store);
    return marked;
  } catch (error) {
    store.discard(unfinished.directory);
    throw error;
  }
}

async function copyQuietly(
  platform: Platform,
  { store, source, order }: Creation,
  { seq, directory }: ReturnType<BackupStore['begin']>,
): Promise<BackupResult> {
  const now = platform.now();
  const about = {
    seq,
    reason: order.reason,
    createdAt: now.toISOString(),
    createdOn: localDateOf(now),
    dayOfUse: dayOfUse(store, localDateOf(now)),
    appVersion: platform.appVersion,
    applicationId: source.applicationId,
    keyCheck: source.keyCheck,
  };
  const slotFile = join(platform.dataDirectory, slotFileName);
  const { file, key } = source;
  const copy = () =>
    runBackupJob(
      platform,
      { task: 'create', source: { file, key }, slotFile, directory, about },
      order.signal,
    );
  for (let attempt = 1; attempt <= freeTries; attempt += 1) {
    const result = await copy();
    if (result !== 'changed') return result;
    store.clear(directory);
  }
  return source.alone(copy);
}

function dayOfUse(store: BackupStore, today: string): number {
  const newest = store.list()[0]?.manifest;
  if (newest === undefined) return 1;
  return newest.createdOn === today ? newest.dayOfUse : newest.dayOfUse + 1;
}

function markShrunk(
  store: BackupStore,
  made: StoredBackup,
  former: StoredBackup | undefined,
): StoredBackup {
  if (former === undefined || !isShrunk(made.manifest, former.manifest)) return made;
  const shrunkFrom = { bytes: backupBytes(former.manifest), records: recordCount(former.manifest) };
  const manifest = { ...made.manifest, shrunkFrom };
  store.rewrite(manifest);
  return { ...made, manifest };
}

function rotate(store: BackupStore): void {
  const backups = store
    .list()
    .map(({ manifest }) => ({ ...manifest, isSuspect: manifest.shrunkFrom !== null }));
  for (const seq of outdatedBackups(backups)) store.remove(seq);
}

async function isWhole(
  platform: Platform,
  work: Parameters<typeof runBackupJob>[1],
): Promise<boolean> {
  const result = await runBackupJob(platform, work).catch((error: unknown) => {
    if (failureCause(error) === 'damaged') return 'damaged';
    throw error;
  });
  return result === 'done';
}
