import type { CoachingSession, CoverageRow } from '#shared/contract/coaching-sessions.ts';
import type { Today } from '#shared/contract/today.ts';
import { addDays, weekOf } from '#shared/domain/dates/local-date.ts';
import { localDateOf } from '../../clock.ts';
import type { QueryContext } from '../../rpc/context.ts';
import { listDueCommitments } from '../coaching/commitments/commitment.service.ts';
import { getOverview } from '../coaching/overview.service.ts';
import { hasAnyDeal } from '../deals/deal-lookup.service.ts';
import { listUnfinishedReviews } from '../reviews/review.service.ts';
import { listDueRisks } from '../risks/risk-register.service.ts';
import { listDealNews, listStuckNews } from './deal-news.service.ts';
import { getTeamQuarter } from './team-quarter.service.ts';

/** More than one looks at; what is beyond is counted. */
const linesSent = 40;

/** What needs the manager now; each part comes from the feature it belongs to. */
export async function getToday(context: QueryContext): Promise<Today> {
  const { platform, today } = context;
  const overview = await getOverview(context);
  return {
    asOf: platform.now().toISOString(),
    today,
    quarter: await getTeamQuarter(context),
    hasDeals: await hasAnyDeal(context),
    sessions: overview.upcoming.filter((session) => dayOf(session) <= today),
    people: thisWeek(overview.people, today),
    coverage: overview.coverage,
    commitments: cut(await listDueCommitments(context), linesSent),
    changes: await listDealNews(context, linesSent),
    stuck: await listStuckNews(context, linesSent),
    risks: cut(await listDueRisks(context), linesSent),
    reviews: cut(await listUnfinishedReviews(context), linesSent),
  };
}

function cut<T>(items: readonly T[], limit: number): { items: T[]; more: number } {
  return { items: items.slice(0, limit), more: Math.max(0, items.length - limit) };
}

/** Who is met this week, in the order of the sessions; then who waits without a session. */
function thisWeek(people: readonly CoverageRow[], today: string): CoverageRow[] {
  const endOn = addDays(weekOf(today), 6);
  const planned = people.filter(({ next }) => next !== null && dayOf(next) <= endOn);
  const waiting = people.filter(
    ({ next, cadence }) =>
      (next === null || dayOf(next) > endOn) &&
      (cadence.status === 'overdue' || cadence.status === 'neglected'),
  );
  const at = ({ next }: CoverageRow) => next?.scheduledAt ?? '';
  return [...planned.toSorted((a, b) => at(a).localeCompare(at(b))), ...waiting];
}

function dayOf({ scheduledAt }: CoachingSession): string {
  return localDateOf(new Date(scheduledAt));
}
