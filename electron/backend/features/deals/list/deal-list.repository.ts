import { type RawBuilder, sql } from 'kysely';
import type { DealColumn, DealGrouping, DealTotals } from '#shared/contract/deal-filter.ts';
import { divideRounded, toSafeInteger } from '#shared/domain/numbers/round.ts';
import type { ReadDb } from '../../../database/db.ts';
import { idsOf } from '../deal.repository.ts';
import { matches, type ResolvedDealFilter } from './deal-filter.repository.ts';

/** What SQL can sort by; health is worked out by its rules. */
export type SqlSort = { by: Exclude<DealColumn, 'health'>; descending: boolean };

/**
 * Exact in 64 bits: the products are summed in whole minor units and ten-thousandths of one, and
 * divided once (domain: `weightedMinor`).
 */
const totalColumns = sql`count(*) as count,
  coalesce(sum(deal.amount_minor), 0) as sumMinor,
  coalesce(sum(deal.amount_minor / 10000 * deal.probability_bp), 0) as wholes,
  coalesce(sum(deal.amount_minor % 10000 * deal.probability_bp), 0) as parts`;

type TotalRow = { count: number; sumMinor: number; wholes: number; parts: number };

function toTotals({ count, sumMinor, wholes, parts }: TotalRow): DealTotals {
  const tenThousandths = BigInt(wholes) * 10_000n + BigInt(parts);
  return { count, sumMinor, weightedMinor: toSafeInteger(divideRounded(tenThousandths, 10_000n)) };
}

/** Totals of all deals that match. */
export async function findTotals(db: ReadDb, filter: ResolvedDealFilter): Promise<DealTotals> {
  const parts: TotalRow[] = [];
  for (const part of eitherEnd(filter)) {
    const { rows } = await sql<TotalRow>`
      select ${totalColumns} from deal where ${matches(part)}`.execute(db);
    parts.push(...rows);
  }
  return toTotals(sumOf(parts));
}

/** Totals of each stage that has deals that match, and of all of them. */
export async function findStageTotals(
  db: ReadDb,
  filter: ResolvedDealFilter,
): Promise<{ ofStage: Map<string, DealTotals>; ofAll: DealTotals }> {
  const stages: (TotalRow & { stageId: string })[] = [];
  for (const part of eitherEnd(filter)) {
    const { rows } = await sql<TotalRow & { stageId: string }>`
      select deal.stage_id as stageId, ${totalColumns}
      from deal where ${matches(part)} group by deal.stage_id`.execute(db);
    stages.push(...rows);
  }
  const ofStage = stages.map(({ stageId, ...row }) => [stageId, toTotals(row)] as const);
  return { ofStage: new Map(ofStage), ofAll: toTotals(sumOf(stages)) };
}

/** Open and closed deals apart: an index finds each of them, and neither when both are meant. */
function eitherEnd(filter: ResolvedDealFilter): ResolvedDealFilter[] {
  const { stages, closedFrom } = filter;
  if (stages === null || closedFrom === null) return [filter];
  const { open, closed } = stages;
  if (open.length === 0 || closed.length === 0) return [filter];
  return [
    { ...filter, stages: { open, closed: [] } },
    { ...filter, stages: { open: [], closed } },
  ];
}

function sumOf(rows: readonly TotalRow[]): TotalRow {
  const sum = { count: 0, sumMinor: 0, wholes: 0, parts: 0 };
  for (const row of rows) {
    sum.count += row.count;
    sum.sumMinor += row.sumMinor;
    sum.wholes += row.wholes;
    sum.parts += row.parts;
  }
  return sum;
}

const groupKeys: Readonly<Record<DealGrouping, RawBuilder<string | null>>> = {
  stage: sql`deal.stage_id`,
  owner: sql`deal.owner_id`,
  account: sql`deal.account_id`,
  closeMonth: sql`substr(deal.close_on, 1, 7)`,
};

/** Totals of the deals that match by group, in no order. */
export async function listGroupTotals(
  db: ReadDb,
  filter: ResolvedDealFilter,
  groupBy: DealGrouping,
): Promise<{ key: string | null; totals: DealTotals }[]> {
  const { rows } = await sql<TotalRow & { key: string | null }>`
    select ${groupKeys[groupBy]} as key, ${totalColumns}
    from deal where ${matches(filter)} group by 1`.execute(db);
  return rows.map(({ key, ...row }) => ({ key, totals: toTotals(row) }));
}

const nameOf = (table: 'account' | 'person' | 'product', column: string) =>
  sql`(select name from ${sql.table(table)} linked where linked.id = ${sql.ref(column)})`;

/** Ascending order of each column; what has no value comes last either way. */
const sortKeys: Readonly<Record<SqlSort['by'], RawBuilder<unknown>>> = {
  name: sql`deal.name`,
  account: nameOf('account', 'deal.account_id'),
  owner: nameOf('person', 'deal.owner_id'),
  product: nameOf('product', 'deal.product_id'),
  stage: sql`(select pipeline.sort_order * 1000 + stage.sort_order from stage
    join pipeline on pipeline.id = stage.pipeline_id where stage.id = deal.stage_id)`,
  amount: sql`deal.amount_minor`,
  weighted: sql`deal.amount_minor * 1.0 * deal.probability_bp`,
  probability: sql`deal.probability_bp`,
  category: sql`case deal.forecast_category when 'omitted' then 0 when 'pipeline' then 1
    when 'best_case' then 2 when 'commit' then 3 else 4 end`,
  closeOn: sql`deal.close_on`,
  daysInStage: sql`iif(deal.status = 'open', -julianday(deal.stage_entered_on), null)`,
  nextStep: sql`coalesce(min(deal.next_step_on, date(deal.next_activity_at, 'localtime')),
    deal.next_step_on, date(deal.next_activity_at, 'localtime'))`,
  lastActivity: sql`deal.last_activity_at`,
  pushes: sql`deal.push_count`,
  source: sql`deal.source`,
  openedOn: sql`deal.opened_on`,
  closedOn: sql`deal.closed_on`,
  lossReason: sql`deal.loss_reason`,
};

export type ListWindow = { offset: number; limit: number };
export type GroupOf = { groupBy: DealGrouping; key: string | null };

/** Ids of the deals that match, in order; of one group when that is asked for. */
export async function listIds(
  db: ReadDb,
  filter: ResolvedDealFilter,
  { sort, window, group }: { sort: SqlSort; window?: ListWindow; group?: GroupOf | undefined },
): Promise<string[]> {
  const direction = sort.descending ? sql`desc` : sql`asc`;
  const inGroup = group ? sql`and ${groupKeys[group.groupBy]} is ${group.key}` : sql``;
  const { offset, limit } = window ?? { offset: 0, limit: -1 };
  const { rows } = await sql<{ id: string }>`
    select deal.id as id from deal where ${matches(filter)} ${inGroup}
    order by ${sortKeys[sort.by]} ${direction} nulls last, deal.id ${direction}
    limit ${limit} offset ${offset}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Ids of the deals that match, in no order. */
export async function listMatchingIds(db: ReadDb, filter: ResolvedDealFilter): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select deal.id as id from deal where ${matches(filter)}`.execute(db);
  return rows.map(({ id }) => id);
}

/** The board's order within a column: what closes first, or what closed last. */
export function boardSort(stageType: 'open' | 'won' | 'lost'): SqlSort {
  return { by: 'closeOn', descending: stageType !== 'open' };
}

export type DealListRow = {
  id: string;
  name: string;
  account_id: string | null;
  account_name: string | null;
  owner_id: string | null;
  owner_name: string | null;
  product_id: string | null;
  product_name: string | null;
  pipeline_id: string;
  stage_id: string;
  status: 'open' | 'won' | 'lost';
  amount_minor: number;
  probability_bp: number;
  is_probability_set: number;
  forecast_category: 'omitted' | 'pipeline' | 'best_case' | 'commit' | 'closed';
  is_category_set: number;
  opened_on: string | null;
  expected_close_on: string | null;
  closed_on: string | null;
  stage_entered_on: string | null;
  push_count: number;
  next_step: string | null;
  next_step_on: string | null;
  source: string | null;
  loss_reason: string | null;
  snoozed_until_on: string | null;
  last_activity_at: string | null;
  next_activity_at: string | null;
  created_at: string;
};

/** The rows of these deals with the names they link to, in the order of the ids. */
export async function listRows(db: ReadDb, ids: readonly string[]): Promise<DealListRow[]> {
  const rows = await db
    .selectFrom('deal')
    .leftJoin('account', 'account.id', 'deal.account_id')
    .leftJoin('person', 'person.id', 'deal.owner_id')
    .leftJoin('product', 'product.id', 'deal.product_id')
    .select(listColumns)
    .select(['account.name as account_name', 'person.name as owner_name'])
    .select('product.name as product_name')
    .where('deal.id', 'in', idsOf(ids))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const listColumns = [
  'deal.id',
  'deal.name',
  'deal.account_id',
  'deal.owner_id',
  'deal.product_id',
  'deal.pipeline_id',
  'deal.stage_id',
  'deal.status',
  'deal.amount_minor',
  'deal.probability_bp',
  'deal.is_probability_set',
  'deal.forecast_category',
  'deal.is_category_set',
  'deal.opened_on',
  'deal.expected_close_on',
  'deal.closed_on',
  'deal.stage_entered_on',
  'deal.push_count',
  'deal.next_step',
  'deal.next_step_on',
  'deal.source',
  'deal.loss_reason',
  'deal.snoozed_until_on',
  'deal.last_activity_at',
  'deal.next_activity_at',
  'deal.created_at',
] as const;

export type HealthRow = Pick<
  DealListRow,
  | 'id'
  | 'stage_id'
  | 'owner_id'
  | 'amount_minor'
  | 'opened_on'
  | 'expected_close_on'
  | 'stage_entered_on'
  | 'push_count'
  | 'next_step'
  | 'next_step_on'
  | 'snoozed_until_on'
  | 'last_activity_at'
  | 'next_activity_at'
  | 'created_at'
>;

function openOnly(filter: ResolvedDealFilter): ResolvedDealFilter {
  return { ...filter, stages: filter.stages && { ...filter.stages, closed: [] } };
}

/** What the rules need to know of every open deal that matches. */
export async function listHealthRows(db: ReadDb, filter: ResolvedDealFilter): Promise<HealthRow[]> {
  const open = openOnly(filter);
  const { rows } = await sql<HealthRow>`
    select id, stage_id, owner_id, amount_minor, opened_on, expected_close_on, stage_entered_on,
      push_count, next_step, next_step_on, snoozed_until_on, last_activity_at, next_activity_at,
      created_at
    from deal where deal.status = 'open' and ${matches(open)}`.execute(db);
  return rows;
}

const labelTables = { owner: 'person', account: 'account' } as const;

/** Names of owners or accounts that are keys of groups. */
export async function listGroupLabels(
  db: ReadDb,
  keys: readonly (string | null)[],
  groupBy: DealGrouping,
): Promise<Map<string, string>> {
  if (groupBy !== 'owner' && groupBy !== 'account') return new Map();
  const ids = keys.filter((key) => key !== null);
  const rows = await db
    .selectFrom(labelTables[groupBy])
    .select(['id', 'name'])
    .where('id', 'in', idsOf(ids))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
