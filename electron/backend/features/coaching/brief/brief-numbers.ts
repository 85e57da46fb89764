import type { Brief, BriefNumbers } from '#shared/contract/coaching-brief.ts';
import { periodProgress } from '#shared/domain/dates/fiscal.ts';
import type { QueryContext } from '../../../rpc/context.ts';
import { getSalesFigures, hasDeals } from '../../people/sales-figures.service.ts';

/** Nothing won by someone who never had a deal says nothing about them. */
const unknown = {
  wonMinor: null,
  attainmentBp: null,
  gapMinor: null,
  openMinor: null,
  coveragePct: null,
  forecastMinor: null,
};

/** The person's quarter, beside the forecast that stood in the last session's brief. */
export async function getBriefNumbers(
  context: Pick<QueryContext, 'db' | 'today'>,
  { personId, lastBrief }: { personId: string; lastBrief: Brief | null },
): Promise<BriefNumbers> {
  const figures = await getSalesFigures(context, { personId });
  const { startOn, endOn } = figures.quarter;
  const isKnown = await hasDeals(context, personId);
  const isSameQuarter = lastBrief?.numbers.quarterStartOn === startOn;
  return {
    quarterStartOn: startOn,
    quarterEndOn: endOn,
    weeksLeft: periodProgress(context.today, figures.quarter).weeksLeft,
    ...(isKnown ? figures.of(personId) : { ...figures.of(personId), ...unknown }),
    lastForecastMinor: isSameQuarter ? lastBrief.numbers.forecastMinor : null,
  };
}
