import type { BackupReason } from '#shared/contract/backups.ts';

export type RotatedBackup = {
  seq: number;
  /** The manager's calendar day when it was made, `YYYY-MM-DD`. */
  createdOn: string;
  /** Counts the days on which backups were made, in the order of their numbers. */
  dayOfUse: number;
  reason: BackupReason;
  /** Far smaller than the one before it, and nobody has said that is right. */
  isSuspect: boolean;
};

const keptOfNewestDay = 3;
const keptDays = 14;
const keptWeeks = 8;
/** Days of use for which a copy from before something drastic stays. */
const keptDaysOfPinned = 30;
const pinned: readonly BackupReason[] = ['before_restore', 'before_migration'];

/**
 * Which backups to let go: kept are the newest 3 of the newest day, the newest of each of 14 days,
 * then of each of 8 weeks before these; copies from before a restore or an update for 30 days.
 *
 * Days and weeks are only names on the backups, taken in the order of their numbers. No clock is
 * asked, so one that jumps costs no backup (reliability B1, D10). The newest always stays. From a
 * suspect one backwards, all stay.
 *
 * @param backups newest first
 */
export function outdatedBackups(backups: readonly RotatedBackup[]): number[] {
  const suspect = backups.findLastIndex((backup) => backup.isSuspect);
  const open = suspect === -1 ? backups : backups.slice(0, suspect);
  const settled = suspect === -1 ? [] : backups.slice(suspect);
  const kept = keptSeqs(open, settled);
  return open.map((backup) => backup.seq).filter((seq) => !kept.has(seq));
}

function keptSeqs(open: readonly RotatedBackup[], settled: readonly RotatedBackup[]): Set<number> {
  const [newest] = open;
  if (newest === undefined) return new Set();
  const ofNewestDay = open.filter((backup) => backup.createdOn === newest.createdOn);
  const daily = newestOfEach(open, (backup) => backup.createdOn).slice(0, keptDays);
  const daysKept = new Set(daily.map((backup) => weekOf(backup.createdOn)));
  const oldestDaily = daily.at(-1)?.seq ?? 0;
  const weekly = newestOfEach(
    open.filter((backup) => backup.seq < oldestDaily && !daysKept.has(weekOf(backup.createdOn))),
    (backup) => weekOf(backup.createdOn),
  ).slice(0, keptWeeks);
  const pins = open.filter(
    ({ reason, dayOfUse }) =>
      pinned.includes(reason) && newest.dayOfUse - dayOfUse <= keptDaysOfPinned,
  );
  const kept = [...ofNewestDay.slice(0, keptOfNewestDay), ...daily, ...weekly, ...pins, newest];
  return new Set([...kept, ...settled].map((backup) => backup.seq));
}

function newestOfEach(
  backups: readonly RotatedBackup[],
  name: (backup: RotatedBackup) => string,
): RotatedBackup[] {
  const first = new Map<string, RotatedBackup>();
  for (const backup of backups) if (!first.has(name(backup))) first.set(name(backup), backup);
  return [...first.values()];
}

const dayMs = 86_400_000;
/** A Monday. */
const firstMonday = Date.UTC(1970, 0, 5);

function weekOf(day: string): string {
  return `week ${Math.floor((Date.parse(`${day}T00:00:00Z`) - firstMonday) / (7 * dayMs))}`;
}
