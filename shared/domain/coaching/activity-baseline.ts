import {
  addDays,
  coveredDays,
  type DateRange,
  type LocalDate,
  sharedDays,
  weekOf,
} from '#shared/domain/dates/local-date.ts';
import { isWorkingDay, type WorkCalendar } from '#shared/domain/dates/working-days.ts';
import {
  compare,
  divide,
  type Rational,
  rational,
  subtract,
  toScaled,
} from '#shared/domain/numbers/rational.ts';

/** A week of a person's activity. Only `counted` weeks make the baseline. */
export type WeekCount = Readonly<{
  /** Its Monday. */
  weekOn: LocalDate;
  count: number;
  state: 'counted' | 'leave' | 'before_joining';
}>;

export type WeeklyCountInput = Readonly<{
  /** Days of the activities, one entry an activity. */
  activitiesOn: readonly LocalDate[];
  /** The weeks end with the last full one before this day's week. */
  beforeOn: LocalDate;
  weeks: number;
  joinedOn: LocalDate | null;
  leaves: readonly DateRange[];
  calendar: WorkCalendar;
}>;

/** How recent activity compares with the person's own usual. */
export type ActivityBaseline = Readonly<{
  status: 'ok' | 'too_short';
  /** Weeks behind the mean. */
  n: number;
  /** Thousandths of an activity a week; null while too short or, for `recent`, under five days. */
  meanMilli: number | null;
  recentMilli: number | null;
  /** Change against the mean, −3,600 for −36 %; null where there is no mean to compare with. */
  deltaBp: number | null;
  flag: 'up' | 'down' | null;
}>;

export const BASELINE_WEEKS = 8;

const MIN_WEEKS = 4;
const MIN_RECENT_DAYS = 5;
const FLAG_SHARE = rational(1, 4);

function workedDays(weekOn: LocalDate, { leaves, calendar }: WeeklyCountInput): number {
  const days = Array.from({ length: 7 }, (_, index) => addDays(weekOn, index));
  const isAway = (on: LocalDate) =>
    leaves.some((leave) => leave.startOn <= on && on <= leave.endOn);
  return days.filter((on) => isWorkingDay(on, calendar) && !isAway(on)).length;
}

function weekState(weekOn: LocalDate, input: WeeklyCountInput): WeekCount['state'] {
  if (input.joinedOn !== null && weekOn < input.joinedOn) return 'before_joining';
  const isMostlyAway = workedDays(weekOn, input) * 2 < input.calendar.weekdays.length;
  return isMostlyAway ? 'leave' : 'counted';
}

/**
 * Activities of the last full weeks, oldest first. A week in which leave and holidays take more than
 * half of the usual working days is a leave week.
 */
export function weeklyCounts(input: WeeklyCountInput): WeekCount[] {
  const counts = new Map<LocalDate, number>();
  for (const on of input.activitiesOn) counts.set(weekOf(on), (counts.get(weekOf(on)) ?? 0) + 1);
  const lastWeek = addDays(weekOf(input.beforeOn), -7);
  return Array.from({ length: input.weeks }, (_, index) => {
    const weekOn = addDays(lastWeek, -7 * (input.weeks - 1 - index));
    return { weekOn, count: counts.get(weekOn) ?? 0, state: weekState(weekOn, input) };
  });
}

/** Days of a stretch without the days on leave, for the recent rate. */
export function presentDays(stretch: DateRange, leaves: readonly DateRange[]): number {
  return sharedDays(stretch, stretch) - coveredDays(stretch, leaves);
}

function flagOf(delta: Rational): ActivityBaseline['flag'] {
  if (compare(delta, FLAG_SHARE) >= 0) return 'up';
  return compare(delta, rational(-1, 4)) <= 0 ? 'down' : null;
}

/**
 * Recent activity against the person's own mean: weeks 6, 5, 7, 6, 8, 6, 5, 7 → mean 6.25; 8 in 14
 * days → 4 a week, −36 %, flagged (25 % suffices). Under four counted weeks nothing is compared.
 */
export function activityBaseline(
  weeks: readonly WeekCount[],
  recent: Readonly<{ count: number; days: number }>,
): ActivityBaseline {
  const counted = weeks.filter(({ state }) => state === 'counted');
  const n = counted.length;
  const isKnown = recent.days >= MIN_RECENT_DAYS;
  const rate = isKnown ? rational(recent.count * 7, recent.days) : null;
  const recentMilli = rate && toScaled(rate, 3);
  if (n < MIN_WEEKS) {
    return { status: 'too_short', n, meanMilli: null, recentMilli, deltaBp: null, flag: null };
  }
  const mean = rational(
    counted.reduce((total, { count }) => total + count, 0),
    n,
  );
  const delta = rate && mean.n > 0n ? divide(subtract(rate, mean), mean) : null;
  return {
    status: 'ok',
    n,
    meanMilli: toScaled(mean, 3),
    recentMilli,
    deltaBp: delta && toScaled(delta, 4),
    flag: delta && flagOf(delta),
  };
}
