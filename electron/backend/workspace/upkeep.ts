import { scheduleBackups } from '../backups/backup-schedule.ts';
import type { BackupSource, Backups } from '../backups/backups.ts';
import { checkpoint, scheduleCheckpoints } from '../database/checkpoint.ts';
import type { OpenDatabase } from '../database/open-database.ts';

/** A quit waits no longer than this for its backup; the last regular one is there all the same. */
const quitBackupMs = 5_000;

/** What is done for an open file beside serving it. */
export type Upkeep = {
  changed(hasDeletion: boolean): void;
  /** Stops the timers and brings everything into the file; makes a last backup if asked. */
  end(options: { withBackup: boolean }): Promise<void>;
};

export type UpkeepOptions = {
  database: OpenDatabase;
  source: BackupSource;
  /** Undefined for the sample, which has no backups. */
  backups: Backups | undefined;
};

export function startUpkeep({ database, source, backups }: UpkeepOptions): Upkeep {
  const checkpoints = scheduleCheckpoints(() => checkpoint(database));
  const isDue = () => backups !== undefined && hasNews(database, backups);
  const schedule = scheduleBackups(isDue, async () =>
    backups?.create(source, { reason: 'automatic' }),
  );
  return {
    changed: checkpoints.changed,
    async end({ withBackup }) {
      checkpoints.stop();
      schedule.stop();
      if (withBackup && isDue()) {
        const signal = AbortSignal.timeout(quitBackupMs);
        // Its failure is in the log and in the age of the last good backup at the next start.
        await backups?.create(source, { reason: 'quit', signal }).catch(() => undefined);
      }
      await checkpoint(database).catch(() => false);
    },
  };
}

/** True when something changed since the newest backup: every change is a step with a new number. */
export function hasNews({ connection }: OpenDatabase, { store }: Backups): boolean {
  const steps = connection
    .prepare<[], number>("select seq from sqlite_sequence where name = 'undo_step'")
    .pluck()
    .get();
  return steps !== undefined && steps !== store.list()[0]?.manifest.counters['undo_step'];
}
