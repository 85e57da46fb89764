import type { OpenDatabase } from './open-database.ts';

const afterWriteMs = 30_000;
const afterDeleteMs = 5_000;

/**
 * Moves what the write-ahead log holds into the file and empties the log.
 *
 * @returns false when a reader (a backup) still needs the log
 */
export function checkpoint({ alone, connection }: OpenDatabase): Promise<boolean> {
  return alone(() => {
    // A reader in another thread must not stop this one: it is tried again later.
    connection.pragma('busy_timeout = 0');
    try {
      const [row] = connection.pragma('wal_checkpoint(truncate)') as { busy: number }[];
      return row?.busy === 0;
    } finally {
      connection.pragma('busy_timeout = 5000');
    }
  });
}

export type Checkpoints = {
  /** To be called after each change; a deletion is carried into the file sooner. */
  changed(hasDeletion: boolean): void;
  stop(): void;
};

/** Keeps the log small: emptied 30 s after a write, 5 s after a deletion (reliability D8). */
export function scheduleCheckpoints(run: () => Promise<boolean>): Checkpoints {
  let timer: NodeJS.Timeout | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  const stop = () => {
    clearTimeout(timer);
    dueAt = Number.POSITIVE_INFINITY;
  };
  const schedule = (delayMs: number) => {
    const at = Date.now() + delayMs;
    if (at >= dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(async () => {
      dueAt = Number.POSITIVE_INFINITY;
      const isDone = await run().catch(() => false);
      if (!isDone) schedule(afterWriteMs);
    }, delayMs).unref();
  };
  return { changed: (hasDeletion) => schedule(hasDeletion ? afterDeleteMs : afterWriteMs), stop };
}
