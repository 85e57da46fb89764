import {
  addDays,
  daysBetween,
  type LocalDate,
  laterDate,
  sharedDays,
  weekday,
} from '#shared/domain/dates/local-date.ts';

/** How often a person is met. */
export type Cadence = Readonly<{
  everyDays: number;
  /** Days past the date before a session counts as overdue. */
  graceDays: number;
  /** 1 Monday … 7 Sunday; null leaves the weekday free. */
  anchorWeekday: number | null;
  /** Leave, both ends included. A pause without an end lasts until it is lifted. */
  pausedFrom: LocalDate | null;
  pausedTo: LocalDate | null;
}>;

export type CadenceStatus = 'ok' | 'due' | 'overdue' | 'neglected' | 'new' | 'paused';

export type CadenceState = Readonly<{
  status: CadenceStatus;
  /** Days since the last completed session (or joining), paused days left out; null when unknown. */
  daysSince: number | null;
  /** Days past `everyDays`; 0 while not yet past. */
  daysLate: number;
}>;

export type CadenceInput = Readonly<{
  cadence: Cadence;
  joinedOn: LocalDate | null;
  /** Of the last completed session; excused and missed ones do not count. */
  lastCompletedOn: LocalDate | null;
  today: LocalDate;
}>;

export const DEFAULT_GRACE_DAYS = 3;

const DUE_AHEAD_DAYS = 3;
const FAR_END = '9999-12-31';

function pausedDays(cadence: Cadence, since: LocalDate, until: LocalDate): number {
  if (cadence.pausedFrom === null || until <= since) return 0;
  const pause = { startOn: cadence.pausedFrom, endOn: cadence.pausedTo ?? FAR_END };
  return sharedDays(pause, { startOn: addDays(since, 1), endOn: until });
}

export function isPaused({ pausedFrom, pausedTo }: Cadence, today: LocalDate): boolean {
  return pausedFrom !== null && pausedFrom <= today && today <= (pausedTo ?? FAR_END);
}

function statusAfter(days: number, { everyDays, graceDays }: Cadence): CadenceStatus {
  if (days < everyDays - DUE_AHEAD_DAYS) return 'ok';
  if (days <= everyDays + graceDays) return 'due';
  return days > 2 * everyDays ? 'neglected' : 'overdue';
}

/**
 * Where a person stands in the rhythm. Every 14 days with 3 of grace: 10 days → ok, 11 to 17 → due,
 * 18 to 28 → overdue, 29 → neglected. Someone who joined less than a turn ago is new.
 */
export function cadenceState({
  cadence,
  joinedOn,
  lastCompletedOn,
  today,
}: CadenceInput): CadenceState {
  const since = lastCompletedOn ?? joinedOn;
  const elapsed = since === null ? null : Math.max(0, daysBetween(since, today));
  const daysSince = since && elapsed !== null ? elapsed - pausedDays(cadence, since, today) : null;
  const daysLate = Math.max(0, (daysSince ?? 0) - cadence.everyDays);
  const state = (status: CadenceStatus): CadenceState => ({ status, daysSince, daysLate });
  if (isPaused(cadence, today)) return state('paused');
  if (daysSince === null) return state('due');
  if (lastCompletedOn === null && daysSince < cadence.everyDays) return state('new');
  return state(statusAfter(daysSince, cadence));
}

/** The given weekday nearest to a date, at most three days off. */
function nearestWeekday(date: LocalDate, wanted: number): LocalDate {
  return addDays(date, ((wanted - weekday(date) + 10) % 7) - 3);
}

/**
 * When the next session falls: `everyDays` after the last, leave added, on the anchor weekday nearest
 * to it, never before tomorrow. Null while the pause has no end.
 */
export function nextSessionOn(cadence: Cadence, lastOn: LocalDate): LocalDate | null {
  const plain = addDays(lastOn, cadence.everyDays);
  const { pausedFrom, pausedTo } = cadence;
  const isInterrupted =
    pausedFrom !== null && pausedFrom <= plain && (pausedTo ?? FAR_END) > lastOn;
  if (isInterrupted && pausedTo === null) return null;
  const leave = isInterrupted && pausedTo !== null ? pausedDays(cadence, lastOn, pausedTo) : 0;
  const dueOn = addDays(plain, leave);
  const { anchorWeekday } = cadence;
  const anchored = anchorWeekday === null ? dueOn : nearestWeekday(dueOn, anchorWeekday);
  return laterDate(anchored, addDays(lastOn, 1));
}
