import type { ActivityMeasure, BriefActivity } from '#shared/contract/coaching-brief.ts';
import type { Person } from '#shared/contract/person-records.ts';
import {
  activityBaseline,
  BASELINE_WEEKS,
  presentDays,
  weeklyCounts,
} from '#shared/domain/coaching/activity-baseline.ts';
import {
  addDays,
  type DateRange,
  earlierDate,
  laterDate,
  weekOf,
} from '#shared/domain/dates/local-date.ts';
import type { QueryContext } from '../../../rpc/context.ts';
import { countActivities } from '../../activities/activity.service.ts';
import { getSettings } from '../../settings/settings.service.ts';
import * as repository from './activity.repository.ts';

/** Without a session to look back to, so many days are the recent stretch. */
const recentDays = 14;

const measures: readonly ActivityMeasure[] = ['meetings', 'contacts'];

type ActivityCount = Awaited<ReturnType<typeof countActivities>>[number];

type Reader = Pick<QueryContext, 'db' | 'today'>;

/**
 * A person's activity of the last eight full weeks against their own usual, and since a day. Empty
 * for somebody without any activity on record: nothing known is not nothing done.
 */
export async function getActivityTrend(
  context: Reader,
  { person, sinceOn }: { person: Person; sinceOn: string | null },
): Promise<BriefActivity[]> {
  const { db, today } = context;
  const firstOn = await repository.findFirstActivityOn(db, person.id);
  if (firstOn === null) return [];
  const { workingDays } = await getSettings(context);
  const recentFromOn = laterDate(
    sinceOn === null ? addDays(today, 1 - recentDays) : addDays(sinceOn, 1),
    firstOn,
  );
  const weeksFromOn = addDays(weekOf(today), -7 * BASELINE_WEEKS);
  const fromOn = earlierDate(recentFromOn, weeksFromOn);
  const days = await countActivities(context, { personIds: [person.id], fromOn, toOn: today });
  const leaves = person.leaves.map((leave) => ({ startOn: leave.fromOn, endOn: leave.toOn }));
  const calendar = { weekdays: workingDays };
  const startedOn = laterDate(person.joinedOn ?? firstOn, firstOn);
  return measures.map((measure) => {
    const activitiesOn = expand(days, repository.kindsOfMeasure[measure]);
    const weeks = weeklyCounts({
      activitiesOn,
      beforeOn: today,
      weeks: BASELINE_WEEKS,
      joinedOn: startedOn,
      leaves,
      calendar,
    });
    const recent = recentOf(activitiesOn, { startOn: recentFromOn, endOn: today }, leaves);
    return { measure, weeks, recentFromOn, ...activityBaseline(weeks, recent) };
  });
}

function recentOf(
  activitiesOn: readonly string[],
  stretch: DateRange,
  leaves: readonly DateRange[],
): { count: number; days: number } {
  const count = activitiesOn.filter((on) => on >= stretch.startOn && on <= stretch.endOn).length;
  return { count, days: presentDays(stretch, leaves) };
}

function expand(days: readonly ActivityCount[], kinds: readonly string[]): string[] {
  return days
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ on, count }) => Array.from({ length: count }, () => on));
}
