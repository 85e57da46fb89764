import type { PersonPage } from '#shared/contract/people.ts';
import type { QueryContext } from '../../../rpc/context.ts';
import { getActivityTrend } from '../../coaching/brief/activity-trend.ts';
import { getFollowThrough } from '../../coaching/brief/brief-commitments.ts';
import { listCoverage } from '../../coaching/overview.service.ts';
import { isReferredTo } from '../person.repository.ts';
import { getPerson } from '../person.service.ts';
import { getSalesFigures } from '../sales-figures.service.ts';
import { countHealth } from './health-counts.ts';
import { toCoachingState } from './team.service.ts';

type Reader = Pick<QueryContext, 'db' | 'today'>;

export async function getPersonPage(
  context: Reader,
  { personId }: { personId: string },
): Promise<PersonPage> {
  const { db, today } = context;
  const person = await getPerson(context, { personId });
  const figures = await getSalesFigures(context, { personId });
  const healthOf = await countHealth(context, personId);
  const row = (await listCoverage(context)).find((one) => one.person.id === personId);
  const { index, startOn, endOn, year } = figures.quarter;
  return {
    asOf: today,
    person,
    quarter: { index, startOn, endOn, year },
    figures: figures.of(personId),
    health: healthOf(personId),
    coaching: toCoachingState(row),
    followThrough: await getFollowThrough(context, personId),
    activity: await getActivityTrend(context, { person, sinceOn: row?.lastOn ?? null }),
    canRemove: !(await isReferredTo(db, personId)),
  };
}
