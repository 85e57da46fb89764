const everyMs = 15 * 60_000;
const retryMs = 60_000;

export type BackupSchedule = { stop(): void };

/**
 * Runs a backup every 15 minutes while there is something new, and again after a minute when one
 * failed. The first look is after a minute: a start after a crash has changes nobody has copied.
 *
 * @param run rejects when the backup failed
 */
export function scheduleBackups(
  isDue: () => boolean | Promise<boolean>,
  run: () => Promise<unknown>,
): BackupSchedule {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const next = (delayMs: number) => {
    if (!isStopped) timer = setTimeout(look, delayMs).unref();
  };
  const look = async () => {
    try {
      if (await isDue()) await run();
      next(everyMs);
    } catch {
      next(retryMs);
    }
  };
  next(retryMs);
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
