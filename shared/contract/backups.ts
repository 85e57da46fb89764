import { z } from 'zod';
import { instant } from './fields.ts';
import { task } from './procedure.ts';
import { workspaceStatus } from './workspace.ts';

/** What a backup was made for. */
export const backupReason = z.enum([
  'automatic',
  'quit',
  'manual',
  'before_migration',
  'before_import',
  'before_restore',
  'before_delete',
]);
export type BackupReason = z.infer<typeof backupReason>;

/** A copy of the whole workspace that was opened and checked after it was written. */
export const backup = z.object({
  /** Orders backups; never given twice. */
  seq: z.int(),
  reason: backupReason,
  at: instant,
  /** How long ago that is; 0 when the clock went back meanwhile. */
  ageMinutes: z.int(),
  bytes: z.int(),
  /** Rows that a manager would miss: people, deals, sessions and so on. */
  records: z.int(),
  appVersion: z.string(),
  /** False when it was made by a newer version of the app, which alone can open it. */
  canRestore: z.boolean(),
  /** What the former backup held, when this one is far smaller and nobody said that is right. */
  shrunkFrom: z.object({ bytes: z.int(), records: z.int() }).nullable(),
});
export type Backup = z.infer<typeof backup>;

export const backupStatus = z.object({
  /** The sample workspace has no backups. */
  isKept: z.boolean(),
  lastGoodAt: instant.nullable(),
  /** There are changes, and no backup of the last 24 hours. */
  isLate: z.boolean(),
  /** The last attempt, when it failed. */
  failure: z
    .object({ at: instant, cause: z.enum(['disk_full', 'read_only', 'damaged', 'other']) })
    .nullable(),
});
export type BackupStatus = z.infer<typeof backupStatus>;

const bySeq = z.object({ seq: z.int() });

/** Tasks, because all of them must work while the workspace is closed. */
export const backups = {
  /** Newest first; only whole and checked ones. */
  listBackups: task.output(z.object({ backups: z.array(backup), status: backupStatus })),
  /** Makes one now. Fails with `backup_failed` or `disk_full`. */
  createBackup: task.output(backup),
  /** Reads a backup through. One that is not good any more is set aside, never deleted. */
  verifyBackup: task.input(bySeq).output(z.object({ isGood: z.boolean() })),
  /**
   * Puts a backup in the place of the present file, which is kept: as a backup when it can be
   * read, else in a folder of its own. Fails with `backup_damaged`, `backup_newer`.
   */
  restoreBackup: task.input(bySeq).output(workspaceStatus),
  /** Says that a backup is rightly much smaller than the one before it. */
  acceptShrunkBackup: task.input(bySeq),
};
