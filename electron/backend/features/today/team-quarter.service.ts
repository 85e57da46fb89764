import type { Today } from '#shared/contract/today.ts';
import { periodProgress } from '#shared/domain/dates/fiscal.ts';
import type { QueryContext } from '../../rpc/context.ts';
import { getSalesFigures, sumTeam } from '../people/sales-figures.service.ts';

/** The quarter of everyone who was in the team in it. */
export async function getTeamQuarter(context: QueryContext): Promise<Today['quarter']> {
  const figures = await getSalesFigures(context, { personId: null });
  const { openMinor, openCount, ...totals } = await sumTeam(context, figures);
  const { index, year, endOn } = figures.quarter;
  const { weekNo, weeksLeft } = periodProgress(context.today, figures.quarter);
  return { index, year, weekNo, weeksLeft, endOn, ...totals };
}
