import type { BackupStatus } from '#shared/contract/backups.ts';

/** Why work on a file failed, as far as the manager can do something about it. */
export type FailureCause = NonNullable<BackupStatus['failure']>['cause'];

const causes: readonly [RegExp, FailureCause][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)/, 'disk_full'],
  // What a full disk or a limit looks like from inside SQLite (reliability M5).
  [/^SQLITE_IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|SHMSIZE|SHMOPEN|SHMMAP)/, 'disk_full'],
  [/^(SQLITE_READONLY|EACCES|EPERM|EROFS)/, 'read_only'],
  [/^(SQLITE_NOTADB|SQLITE_CORRUPT|SQLITE_IOERR_(SHORT_READ|DATA|CORRUPTFS))/, 'damaged'],
];

export function failureCause(error: unknown): FailureCause {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return causes.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';
}
