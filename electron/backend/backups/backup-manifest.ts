import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { backupReason } from '#shared/contract/backups.ts';
import { instant, localDate } from '#shared/contract/fields.ts';

export const databaseName = 'bellwether.db';
export const manifestName = 'manifest.json';

const fileMark = z.object({ bytes: z.int(), sha256: z.hex() });

/** What a backup says of itself. A folder without one is no backup. */
const backupManifest = z.object({
  format: z.literal(1),
  /** Rises by one; backups are ordered by it, never by a clock. */
  seq: z.int().min(1),
  reason: backupReason,
  createdAt: instant,
  /** The manager's calendar day. */
  createdOn: localDate,
  /** Counts the days on which backups were made, in the order of their numbers. */
  dayOfUse: z.int(),
  appVersion: z.string(),
  schemaVersion: z.int(),
  applicationId: z.int(),
  /** Which data key opens it (`UnlockedKeys.check`). */
  keyCheck: z.string(),
  files: z.record(z.string(), fileMark),
  /** Rows of each table, and the highest number given out by each counter. */
  rows: z.record(z.string(), z.int()),
  counters: z.record(z.string(), z.int()),
  /** What the former backup held, when this one is far smaller and nobody said that is right. */
  shrunkFrom: z.object({ bytes: z.int(), records: z.int() }).nullable(),
});
export type BackupManifest = z.infer<typeof backupManifest>;

/** @returns undefined for anything but a whole manifest */
export function readManifest(directory: string): BackupManifest | undefined {
  try {
    return backupManifest.parse(JSON.parse(readFileSync(join(directory, manifestName), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Tables that hold how the data came about rather than the data; they shrink by themselves. */
const passing = /^(undo_|search_|sqlite_|text_revision$|record_change$)/;

/** Rows a manager would miss. */
export function recordCount({ rows }: Pick<BackupManifest, 'rows'>): number {
  return Object.entries(rows).reduce(
    (sum, [table, count]) => (passing.test(table) ? sum : sum + count),
    0,
  );
}

export function backupBytes({ files }: Pick<BackupManifest, 'files'>): number {
  return files[databaseName]?.bytes ?? 0;
}

/**
 * True when a backup is so much smaller than the former one that something may be lost: under 70 %
 * of its size, or under half of its records (reliability B5).
 */
export function isShrunk(now: BackupManifest, former: BackupManifest): boolean {
  return (
    backupBytes(now) < backupBytes(former) * 0.7 || recordCount(now) < recordCount(former) * 0.5
  );
}
