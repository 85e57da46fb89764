import type { WaterfallBar } from '#shared/contract/deal-changes.ts';
import type { Today } from '#shared/contract/today.ts';
import { addDays } from '#shared/domain/dates/local-date.ts';
import { isWorkingDay } from '#shared/domain/dates/working-days.ts';
import { rankStuckDeals } from '#shared/domain/deals/stuck.ts';
import { sumMinor } from '#shared/domain/money/money.ts';
import type { QueryContext } from '../../rpc/context.ts';
import { listStageNames, toMove } from '../coaching/brief/brief-deals.ts';
import { countThroughLenses } from '../deals/changes/move-lens.ts';
import { toMoments } from '../deals/changes/pipeline-changes.service.ts';
import { measureDeals } from '../deals/deal-health.service.ts';
import { listDealNames } from '../deals/deal-lookup.service.ts';
import { type ComparedDeal, comparePipeline } from '../deals/pipeline-waterfall.service.ts';
import { listPeople } from '../people/person.service.ts';
import { getSettings } from '../settings/settings.service.ts';

/** What became of the team's deals since the working day before today: on Monday, since Friday. */
export async function listDealNews(
  context: QueryContext,
  limit: number,
): Promise<Today['changes']> {
  const fromOn = await workingDayBefore(context);
  const { deals } = await comparePipeline(context, toMoments({ filter: {}, fromOn, toOn: null }));
  const stages = await listStageNames(context);
  const names = await listNames(context);
  return {
    fromOn,
    ...countChanges(deals),
    deals: {
      items: deals.slice(0, limit).map((deal) => {
        const state = deal.after ?? deal.before;
        return {
          move: toMove(deal, stages, null),
          ownerName: names.get(state?.ownerId ?? '') ?? null,
          amountMinor: state?.amountMinor ?? 0,
        };
      }),
      more: Math.max(0, deals.length - limit),
    },
  };
}

async function workingDayBefore(context: QueryContext): Promise<string> {
  const { workingDays } = await getSettings(context);
  let day = addDays(context.today, -1);
  while (!isWorkingDay(day, { weekdays: workingDays })) day = addDays(day, -1);
  return day;
}

type Counts = Omit<Today['changes'], 'fromOn' | 'deals'>;

function countChanges(deals: readonly ComparedDeal[]): Counts {
  const { forward, back, pushed } = countThroughLenses(deals);
  // An outcome corrected yesterday is news of the outcome it has now.
  const tally = (bar: WaterfallBar) => {
    const flows = deals.flatMap(({ bars }) =>
      bars.filter((own) => own.bar === bar && own.isTakenBack !== true),
    );
    return { count: flows.length, amountMinor: sumMinor(flows.map((flow) => flow.amountMinor)) };
  };
  return { new: tally('new'), won: tally('won'), lost: tally('lost'), forward, back, pushed };
}

/** The largest deals that do not move and are not put aside. */
export async function listStuckNews(context: QueryContext, limit: number): Promise<Today['stuck']> {
  const open = await measureDeals(context, { statuses: ['open'] });
  const stuck = rankStuckDeals(
    open.map((deal) => ({ ...deal, reasons: deal.stuck, snoozedUntil: deal.snoozedUntilOn })),
    context.today,
  );
  const shown = stuck.slice(0, limit);
  const ids = shown.map(({ dealId }) => dealId);
  const names = await listDealNames(context, ids);
  const owners = await listNames(context);
  return {
    items: shown.map(({ dealId, ownerId, amountMinor, stuck: reasons }) => ({
      dealId,
      name: names.get(dealId) ?? '',
      ownerName: owners.get(ownerId ?? '') ?? null,
      amountMinor,
      reasons,
    })),
    more: stuck.length - shown.length,
  };
}

async function listNames(context: QueryContext): Promise<Map<string, string>> {
  const people = await listPeople(context, { includeLeft: true });
  return new Map(people.map(({ id, name }) => [id, name]));
}
