import type { Today } from '#shared/contract/today.ts';
import { periodProgress } from '#shared/domain/dates/fiscal.ts';
import { sumMinor } from '#shared/domain/money/money.ts';
import { ratioOf } from '#shared/domain/numbers/ratio.ts';
import type { QueryContext } from '../../rpc/context.ts';
import { listPeople } from '../people/person.service.ts';
import { getSalesFigures } from '../people/sales-figures.service.ts';

/** The quarter of everyone in the team today. */
export async function getTeamQuarter(context: QueryContext): Promise<Today['quarter']> {
  const { quarter, of } = await getSalesFigures(context, { personId: null });
  const people = await listPeople(context, { includeLeft: false });
  const figures = people.map(({ id }) => ({ id, ...of(id) }));
  const withQuota = figures.filter(({ quotaMinor }) => quotaMinor !== null);
  const quotaMinor = sumMinor(withQuota.map((own) => own.quotaMinor ?? 0));
  const wonOfThose = sumMinor(withQuota.map(({ wonMinor }) => wonMinor));
  const hasQuota = withQuota.length > 0;
  const { weekNo, weeksLeft } = periodProgress(context.today, quarter);
  return {
    index: quarter.index,
    year: quarter.year,
    weekNo,
    weeksLeft,
    quotaMinor: hasQuota ? quotaMinor : null,
    quotaWonMinor: wonOfThose,
    wonMinor: sumMinor(figures.map(({ wonMinor }) => wonMinor)),
    wonCount: figures.reduce((sum, { wonCount }) => sum + wonCount, 0),
    attainmentBp: hasQuota ? ratioOf(wonOfThose, quotaMinor).bp : null,
    gapMinor: hasQuota ? Math.max(0, quotaMinor - wonOfThose) : null,
    forecastMinor: sumMinor(figures.map(({ forecastMinor }) => forecastMinor)),
    endOn: quarter.endOn,
    peopleIds: people.map(({ id }) => id),
    quotaPeopleIds: withQuota.map(({ id }) => id),
  };
}
