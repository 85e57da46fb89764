import type { DealFilter } from '#shared/contract/deal-filter.ts';
import { type DealMove, dealMoves } from '#shared/domain/deals/deal-changes.ts';
import type { Stage } from '#shared/domain/deals/stage.ts';
import {
  type DealSnapshot,
  dealFlows,
  type Waterfall,
  type WaterfallFlow,
  type WaterfallTerm,
  waterfall,
} from '#shared/domain/deals/waterfall.ts';
import type { QueryContext } from '../../rpc/context.ts';
import type { StateAt } from './changes/deal-snapshot.repository.ts';
import * as repository from './changes/deal-snapshot.repository.ts';
import { isInScope, openPipeline } from './changes/waterfall-scope.ts';
import type { ResolvedDealFilter } from './list/deal-filter.repository.ts';
import { resolveDealFilter } from './list/deal-filter.service.ts';
import { listStages } from './stages/pipeline.repository.ts';

type Reader = Pick<QueryContext, 'db' | 'today' | 'platform'>;

/** A deal that changed between two moments and was in the pipeline at one of them. */
export type ComparedDeal = {
  id: string;
  name: string;
  accountId: string | null;
  accountName: string | null;
  lossReason: string | null;
  pushes: number;
  before: StateAt | null;
  after: StateAt | null;
  /** Its part of each bar it is in; empty when only its stage or its date changed. */
  bars: WaterfallFlow[];
  /** All that changed, and what it weighs for ranking. */
  move: DealMove;
};

export type PipelineComparison = {
  fromAt: string;
  toAt: string;
  waterfall: Waterfall;
  /** The weightiest first. */
  deals: ComparedDeal[];
};

/**
 * What became of the open pipeline of a filter between two moments, to the cent: changes after
 * `fromAt` up to and including `toAt`, which is now when absent. The end of it is what the board
 * shows for the same filter.
 */
export async function comparePipeline(
  context: Reader,
  input: { filter: DealFilter; fromAt: string; toAt?: string | null },
): Promise<PipelineComparison> {
  const { db, platform } = context;
  const { fromAt } = input;
  const toAt = input.toAt ?? platform.now().toISOString();
  const filter = await resolveDealFilter(context, openPipeline(input.filter));
  const stages = await listStages(db);
  const lookups = {
    pipelineOf: new Map(stages.map(({ id, pipelineId }) => [id, pipelineId])),
    teamMembers: await teamMembers(context, filter),
  };
  const touched = await repository.listTouchedDeals(db, { filter, fromAt, toAt });
  const pairs = touched.map((deal) => toPair(deal, (state) => isInScope(state, filter, lookups)));
  const flow = compare(pairs);
  const rest = await repository.findUntouchedTotal(db, { filter, fromAt });
  return {
    fromAt,
    toAt,
    waterfall: { ...flow, start: plus(flow.start, rest), end: plus(flow.end, rest) },
    deals: comparedDeals(pairs, stages),
  };
}

/** A deal at both moments, for the rules, and whether it was meant then. */
type Pair = {
  deal: repository.TouchedDeal;
  before: DealSnapshot[];
  after: DealSnapshot[];
  inScope: ReadonlySet<DealSnapshot>;
};

function toPair(deal: repository.TouchedDeal, isMeant: (state: StateAt) => boolean): Pair {
  const inScope = new Set<DealSnapshot>();
  const snapshotsOf = (state: StateAt | null): DealSnapshot[] => {
    if (state === null || state.stageId === null) return [];
    const snapshot = {
      dealId: deal.id,
      ownerId: state.ownerId ?? '',
      state: state.status,
      stageId: state.stageId,
      amountMinor: state.amountMinor,
      expectedCloseOn: state.expectedCloseOn,
    };
    if (isMeant(state)) inScope.add(snapshot);
    return [snapshot];
  };
  return { deal, before: snapshotsOf(deal.before), after: snapshotsOf(deal.after), inScope };
}

function compare(pairs: readonly Pair[]): Waterfall {
  const inScope = new Set(pairs.flatMap((pair) => [...pair.inScope]));
  return waterfall(
    pairs.flatMap(({ before }) => before),
    pairs.flatMap(({ after }) => after),
    (snapshot) => inScope.has(snapshot),
  );
}

function comparedDeals(pairs: readonly Pair[], stages: readonly Stage[]): ComparedDeal[] {
  const meant = new Map(
    pairs.filter(({ inScope }) => inScope.size > 0).map((pair) => [pair.deal.id, pair]),
  );
  const moves = dealMoves(
    [...meant.values()].flatMap(({ before }) => before),
    [...meant.values()].flatMap(({ after }) => after),
    stages,
  );
  return moves.flatMap((move) => {
    const pair = meant.get(move.dealId);
    if (pair === undefined) return [];
    const bars = barsOf(pair);
    const wasOpen = [...pair.inScope].some(({ state }) => state === 'open');
    return bars.length > 0 || wasOpen ? [{ ...pair.deal, bars, move }] : [];
  });
}

function barsOf({ before, after, inScope }: Pair): ComparedDeal['bars'] {
  return dealFlows({ before: before[0], after: after[0] }, (deal) => inScope.has(deal));
}

function plus(term: WaterfallTerm, rest: WaterfallTerm): WaterfallTerm {
  return { count: term.count + rest.count, amountMinor: term.amountMinor + rest.amountMinor };
}

async function teamMembers({ db }: Reader, { filter }: ResolvedDealFilter) {
  if (filter.teams === undefined || filter.teams.length === 0) return null;
  return new Set(await repository.listTeamMembers(db, filter.teams));
}
