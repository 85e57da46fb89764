import type { Backup, BackupReason } from '#shared/contract/backups.ts';
import { AppError } from '../app-error.ts';
import { backupBytes, recordCount } from '../backups/backup-manifest.ts';
import type { StoredBackup } from '../backups/backup-store.ts';
import { failureCause } from '../files/failure-cause.ts';
import { appSchemaVersion } from './open-file.ts';
import type { OpenKind, Surroundings } from './open-kind.ts';
import { unlock } from './open-kind.ts';
import { hasNews } from './upkeep.ts';
import type { BackupControl } from './workspace-control.ts';

export type BackupControlOptions = Surroundings & {
  /** The manager's own file when it is open; the sample has no backups. */
  open(): OpenKind | undefined;
  isSample(): boolean;
  restore: BackupControl['restore'];
};

const lateAfterMs = 24 * 60 * 60_000;

export function backupControl(options: BackupControlOptions): BackupControl {
  const { backups, platform, open, isSample } = options;
  const list = () =>
    isSample() ? [] : backups.store.list().map((one) => toBackup(one, platform.now()));
  const create = async (reason: BackupReason) => {
    const source = open()?.source;
    if (source === undefined) throw new AppError('backup_failed');
    return backups.create(source, { reason }).catch(toAppError);
  };
  const changed = () => {
    const file = open();
    return file !== undefined && hasNews(file.database, backups);
  };
  return {
    list,
    status() {
      const lastGoodAt = list()[0]?.at ?? null;
      const age = platform.now().getTime() - Date.parse(lastGoodAt ?? '');
      return {
        isKept: !isSample(),
        lastGoodAt,
        isLate: lastGoodAt !== null && Math.abs(age) > lateAfterMs && changed(),
        failure: isSample() ? null : backups.failure(),
      };
    },
    async ensure(reason) {
      if (changed()) await create(reason);
    },
    create: async (reason) => toBackup(await create(reason), platform.now()),
    async verify(seq) {
      const backup = backups.store.find(seq);
      if (backup === undefined) throw new AppError('not_found');
      const keys = await unlock(options);
      return backups.verify(backup, keys.keyFor('own'));
    },
    restore: options.restore,
    accept: (seq) => backups.accept(seq),
  };
}

function toAppError(error: unknown): never {
  const code = failureCause(error) === 'disk_full' ? 'disk_full' : 'backup_failed';
  throw new AppError(code, {}, { cause: error });
}

function toBackup({ manifest }: StoredBackup, now: Date): Backup {
  const ageMs = now.getTime() - Date.parse(manifest.createdAt);
  return {
    seq: manifest.seq,
    reason: manifest.reason,
    at: manifest.createdAt,
    ageMinutes: Math.max(0, Math.floor(ageMs / 60_000)),
    bytes: backupBytes(manifest),
    records: recordCount(manifest),
    appVersion: manifest.appVersion,
    canRestore: manifest.schemaVersion <= appSchemaVersion,
    shrunkFrom: manifest.shrunkFrom,
  };
}
