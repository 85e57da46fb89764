import type {
  DealFilter,
  DealGrouping,
  DealSort,
  DealTotals,
} from '#shared/contract/deal-filter.ts';
import type { Pipeline } from '#shared/contract/deal-pipelines.ts';
import type { DealSummary } from '#shared/contract/deal-records.ts';
import type { Board, BoardColumn, DealGroup, DealSelection } from '#shared/contract/deals.ts';
import type { QueryContext } from '../../../rpc/context.ts';
import { type HealthMeasure, loadHealthMeasure } from '../deal-health.service.ts';
import { getPipelines } from '../stages/pipeline.service.ts';
import type { ResolvedDealFilter } from './deal-filter.repository.ts';
import { resolveDealFilter, withinStage } from './deal-filter.service.ts';
import { restrictToHealth, sortByHealth } from './deal-health-order.service.ts';
import * as repository from './deal-list.repository.ts';
import { listSummaries } from './deal-summary.service.ts';

/** A filter ready for SQL and what its deals are measured with. */
async function prepare(context: QueryContext, filter: DealFilter) {
  const measure = await loadHealthMeasure(context);
  const resolved = await restrictToText(context, await resolveDealFilter(context, filter));
  return { measure, resolved: await restrictToHealth(context, resolved, measure) };
}

/** A text is looked for once, however many queries a view takes. */
async function restrictToText({ db }: QueryContext, resolved: ResolvedDealFilter) {
  const { text, ...rest } = resolved.filter;
  if (text === undefined || text.trim() === '') return resolved;
  return { ...resolved, filter: rest, ids: await repository.listMatchingIds(db, resolved) };
}

export async function getBoard(
  context: QueryContext,
  { filter, cardsPerColumn }: { filter: DealFilter; cardsPerColumn: number },
): Promise<Board> {
  const { measure, resolved } = await prepare(context, filter);
  const pipelines = (await getPipelines(context)).filter(
    ({ id }) => filter.pipelineId === undefined || id === filter.pipelineId,
  );
  const { ofStage, ofAll } = await repository.findStageTotals(context.db, resolved);
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  const ids: string[] = [];
  for (const stage of stages.filter(({ id }) => ofStage.has(id))) {
    const window = { offset: 0, limit: cardsPerColumn };
    ids.push(...(await cardIds(context, { resolved, stage, window })));
  }
  const cards = await listSummaries(context.db, ids, measure);
  const cardsOf = Map.groupBy(cards, ({ stageId }) => stageId);
  const columns: BoardColumn[] = stages.map(({ id }) => ({
    stageId: id,
    totals: ofStage.get(id) ?? noDeals,
    cards: cardsOf.get(id) ?? [],
  }));
  return { asOf: context.today, pipelines, columns, totals: ofAll };
}

const noDeals: DealTotals = { count: 0, sumMinor: 0, weightedMinor: 0 };

type CardsQuery = {
  resolved: ResolvedDealFilter;
  stage: Pick<Pipeline['stages'][number], 'id' | 'type'>;
  window: repository.ListWindow;
};

function cardIds({ db }: QueryContext, { resolved, stage, window }: CardsQuery) {
  const sort = repository.boardSort(stage.type);
  return repository.listIds(db, withinStage(resolved, stage), { sort, window });
}

export async function listBoardCards(
  context: QueryContext,
  input: { filter: DealFilter; stageId: string } & repository.ListWindow,
): Promise<DealSummary[]> {
  const { measure, resolved } = await prepare(context, input.filter);
  const stages = (await getPipelines(context)).flatMap((pipeline) => pipeline.stages);
  const stage = stages.find(({ id }) => id === input.stageId);
  if (stage === undefined) return [];
  const { offset, limit } = input;
  const ids = await cardIds(context, { resolved, stage, window: { offset, limit } });
  return listSummaries(context.db, ids, measure);
}

type TableQuery = {
  filter: DealFilter;
  sort: DealSort;
  groupBy?: DealGrouping | undefined;
};

export async function getTable(
  context: QueryContext,
  { limit, ...query }: TableQuery & { limit: number },
) {
  const { measure, resolved } = await prepare(context, query.filter);
  const totals = await repository.findTotals(context.db, resolved);
  const groups = await groupsOf(context, resolved, query.groupBy);
  const group = groups[0] && query.groupBy && { groupBy: query.groupBy, key: groups[0].key };
  const window = { offset: 0, limit };
  const ids = await orderedIds(context, { resolved, measure, sort: query.sort, group, window });
  const rows = await listSummaries(context.db, ids, measure);
  return { asOf: context.today, totals, groups, rows };
}

/** A window of the list, or of one of its groups. */
export async function listDeals(
  context: QueryContext,
  input: TableQuery & repository.ListWindow & { groupKey?: string | null | undefined },
): Promise<DealSummary[]> {
  const { measure, resolved } = await prepare(context, input.filter);
  const { sort, offset, limit } = input;
  const group = input.groupBy && { groupBy: input.groupBy, key: input.groupKey ?? null };
  const window = { offset, limit };
  const ids = await orderedIds(context, { resolved, measure, sort, group, window });
  return listSummaries(context.db, ids, measure);
}

export async function listDealIds(
  context: QueryContext,
  { filter, sort }: { filter: DealFilter; sort: DealSort },
): Promise<string[]> {
  const { measure, resolved } = await prepare(context, filter);
  return orderedIds(context, { resolved, measure, sort });
}

/** The ids of a selection in the order of a list. */
export async function orderedSelection(
  context: QueryContext,
  { selection, sort }: { selection: DealSelection; sort: DealSort },
): Promise<string[]> {
  if ('ids' in selection) {
    const { measure, resolved } = await prepare(context, {});
    return orderedIds(context, { resolved: { ...resolved, ids: selection.ids }, measure, sort });
  }
  const except = new Set(selection.exceptIds);
  const ids = await listDealIds(context, { filter: selection.filter, sort });
  return ids.filter((id) => !except.has(id));
}

export async function getTotals(
  context: QueryContext,
  { filter }: { filter: DealFilter },
): Promise<DealTotals> {
  const { resolved } = await prepare(context, filter);
  return repository.findTotals(context.db, resolved);
}

type OrderQuery = {
  resolved: ResolvedDealFilter;
  measure: HealthMeasure;
  sort: DealSort;
  group?: repository.GroupOf | undefined;
  window?: repository.ListWindow;
};

async function orderedIds(context: QueryContext, query: OrderQuery): Promise<string[]> {
  const { resolved, sort, group, window } = query;
  if (sort.by === 'health') return sortByHealth(context, query);
  const sqlSort = { by: sort.by, descending: sort.descending };
  return repository.listIds(context.db, resolved, {
    sort: sqlSort,
    group,
    ...(window ? { window } : {}),
  });
}

const byName = new Intl.Collator('zh-CN', { numeric: true });

/** Groups as a person expects them: stages and months in their order, names by alphabet or pinyin. */
async function groupsOf(
  context: QueryContext,
  resolved: ResolvedDealFilter,
  groupBy: DealGrouping | undefined,
): Promise<DealGroup[]> {
  if (groupBy === undefined) return [];
  const { db } = context;
  const rows = await repository.listGroupTotals(db, resolved, groupBy);
  const labels = await repository.listGroupLabels(
    db,
    rows.map(({ key }) => key),
    groupBy,
  );
  const order = new Map(
    groupBy === 'stage'
      ? (await getPipelines(context)).flatMap(({ stages }) => stages).map(({ id }, at) => [id, at])
      : [],
  );
  return rows
    .map((row) => ({ ...row, label: (row.key && labels.get(row.key)) ?? null }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return a.key === null ? 1 : -1;
      if (groupBy === 'stage') return (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0);
      return byName.compare(a.label ?? a.key, b.label ?? b.key);
    });
}
