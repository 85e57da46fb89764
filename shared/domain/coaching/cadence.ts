import {
  addDays,
  coveredDays,
  daysBetween,
  type LocalDate,
  laterDate,
  type OpenRange,
  weekday,
} from '#shared/domain/dates/local-date.ts';

/** Days that do not count, both ends included. Without an end it lasts until it is lifted. */
export type Pause = OpenRange;

/** How often a person is met. */
export type Cadence = Readonly<{
  everyDays: number;
  /** Days past the date before a session counts as overdue. */
  graceDays: number;
  /** 1 Monday … 7 Sunday; null leaves the weekday free. */
  anchorWeekday: number | null;
  /** Leaves, in any order; they may overlap. */
  pauses: readonly Pause[];
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

const DUE_AHEAD_DAYS = 3;
const FAR_END = '9999-12-31';

export function isPaused({ pauses }: Cadence, today: LocalDate): boolean {
  return pauses.some(({ startOn, endOn }) => startOn <= today && today <= (endOn ?? FAR_END));
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
  const daysSince =
    since && elapsed !== null
      ? elapsed - coveredDays({ startOn: addDays(since, 1), endOn: today }, cadence.pauses)
      : null;
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

/** The day that lies so many days after another, paused days not counted; null when none does. */
function dayAfter(cadence: Cadence, lastOn: LocalDate, days: number): LocalDate | null {
  let day = lastOn;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    const pause = cadence.pauses.find(
      ({ startOn, endOn }) => startOn <= day && day <= (endOn ?? FAR_END),
    );
    if (pause === undefined) left -= 1;
    else if (pause.endOn === null) return null;
    else day = pause.endOn;
  }
  return day;
}

/**
 * When the next session falls: `everyDays` after the last, leave added, on the anchor weekday nearest
 * to it, never before tomorrow. Null while a pause has no end.
 */
export function nextSessionOn(cadence: Cadence, lastOn: LocalDate): LocalDate | null {
  const dueOn = dayAfter(cadence, lastOn, cadence.everyDays);
  if (dueOn === null) return null;
  const { anchorWeekday } = cadence;
  const anchored = anchorWeekday === null ? dueOn : nearestWeekday(dueOn, anchorWeekday);
  return laterDate(anchored, addDays(lastOn, 1));
}
