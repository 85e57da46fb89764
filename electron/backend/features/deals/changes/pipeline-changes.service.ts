import type {
  DealMove,
  DealSide,
  MoveLens,
  PipelineChanges,
} from '#shared/contract/deal-changes.ts';
import type { DealFilter } from '#shared/contract/deal-filter.ts';
import { addDays } from '#shared/domain/dates/local-date.ts';
import { startOfDay } from '../../../clock.ts';
import type { QueryContext } from '../../../rpc/context.ts';
import { listPeopleNames } from '../deal.repository.ts';
import { type ComparedDeal, comparePipeline } from '../pipeline-waterfall.service.ts';
import type { StateAt } from './deal-snapshot.repository.ts';
import { countThroughLenses, isSeenThrough } from './move-lens.ts';
import { ignoredFilters } from './waterfall-scope.ts';

type Query = { filter: DealFilter; fromOn: string; toOn: string | null };

const firstMoves = 20;

export async function getPipelineChanges(
  context: QueryContext,
  query: Query,
): Promise<PipelineChanges> {
  const { deals, waterfall, fromAt, toAt } = await comparePipeline(context, toMoments(query));
  return {
    fromAt,
    toAt,
    ignored: ignoredFilters(query.filter),
    waterfall,
    moveCount: deals.length,
    lensCounts: countThroughLenses(deals),
    pushCount: deals.reduce((sum, { pushes }) => sum + pushes, 0),
    moves: await toMoves(context, deals.slice(0, firstMoves)),
  };
}

export async function listPipelineMoves(
  context: QueryContext,
  {
    lens,
    offset,
    limit,
    ...query
  }: Query & {
    lens: MoveLens | null;
    offset: number;
    limit: number;
  },
): Promise<DealMove[]> {
  const { deals } = await comparePipeline(context, toMoments(query));
  const seen = lens === null ? deals : deals.filter((deal) => isSeenThrough(deal, lens));
  return toMoves(context, seen.slice(offset, offset + limit));
}

/** Whole days: from just before the first one starts to just before the one after the last. */
export function toMoments({ filter, fromOn, toOn }: Query) {
  const justBefore = (on: string) => new Date(Date.parse(startOfDay(on)) - 1).toISOString();
  return {
    filter,
    fromAt: justBefore(fromOn),
    toAt: toOn === null ? null : justBefore(addDays(toOn, 1)),
  };
}

async function toMoves({ db }: QueryContext, deals: readonly ComparedDeal[]): Promise<DealMove[]> {
  const names = await listPeopleNames(
    db,
    deals.flatMap(({ before, after }) => [before?.ownerId ?? [], after?.ownerId ?? []].flat()),
  );
  return deals.map((deal) => ({
    deal: { id: deal.id, name: deal.name },
    account: deal.accountId === null ? null : { id: deal.accountId, name: deal.accountName ?? '' },
    bars: deal.bars,
    before: toSide(deal.before, names),
    after: toSide(deal.after, names),
    pushes: deal.pushes,
    lossReason: deal.after?.status === 'lost' ? (deal.lossReason ?? '') : '',
  }));
}

function toSide(state: StateAt | null, names: ReadonlyMap<string, string>): DealSide | null {
  if (state === null || state.stageId === null) return null;
  const { status, stageId, amountMinor, expectedCloseOn, ownerId } = state;
  const owner = ownerId === null ? null : { id: ownerId, name: names.get(ownerId) ?? '' };
  return { status, stageId, amountMinor, expectedCloseOn, owner };
}
