import type { DealFilter } from '#shared/contract/deal-filter.ts';
import type { Pipeline } from '#shared/contract/deal-pipelines.ts';
import type { DealSummary } from '#shared/contract/deal-records.ts';

export type ReferenceWorld = {
  pipelines: readonly Pipeline[];
  teamOf: ReadonlyMap<string, string>;
  /** Days, worked out by hand for the day of the test. */
  periods: Readonly<Record<string, readonly [string, string]>>;
  today: string;
};

/** What a filter means, said a second time without SQL. */
export function meets(deal: DealSummary, filter: DealFilter, world: ReferenceWorld): boolean {
  return (
    meetsStage(deal, filter, world) &&
    meetsPeople(deal, filter, world) &&
    meetsClose(deal, filter, world) &&
    meetsMoney(deal, filter) &&
    meetsState(deal, filter) &&
    meetsText(deal, filter.text)
  );
}

function isOneOf<T>(list: readonly T[] | undefined, value: T): boolean {
  return !list || list.length === 0 || list.includes(value);
}

function meetsStage(deal: DealSummary, filter: DealFilter, { pipelines, periods }: ReferenceWorld) {
  const pipeline = pipelines.find(({ stages }) => stages.some(({ id }) => id === deal.stageId));
  const since = periods[filter.closedWithin ?? 'ever']?.[0] ?? '';
  return (
    isOneOf(filter.stageIds, deal.stageId) &&
    isOneOf(filter.statuses, deal.status) &&
    (filter.pipelineId === undefined || pipeline?.id === filter.pipelineId) &&
    (deal.status === 'open' || (deal.closedOn ?? '') >= since)
  );
}

function meetsPeople(deal: DealSummary, filter: DealFilter, { teamOf }: ReferenceWorld) {
  const team = deal.owner ? (teamOf.get(deal.owner.id) ?? '') : null;
  return (
    isOneOf(filter.ownerIds, deal.owner?.id ?? 'none') &&
    isOneOf(filter.accountIds, deal.account?.id ?? 'none') &&
    isOneOf(filter.productIds, deal.product?.id ?? 'none') &&
    (!filter.teams?.length || (team !== null && filter.teams.includes(team)))
  );
}

function meetsClose(deal: DealSummary, filter: DealFilter, { periods, today }: ReferenceWorld) {
  const on = deal.status === 'open' ? deal.expectedCloseOn : deal.closedOn;
  if (filter.closePeriod === undefined) return true;
  if (filter.closePeriod === 'no_date') return on === null;
  if (filter.closePeriod === 'overdue') return deal.status === 'open' && on !== null && on < today;
  if (on === null) return false;
  const [from, to] =
    filter.closePeriod === 'custom'
      ? [filter.closeFrom ?? '0', filter.closeTo ?? '9']
      : (periods[filter.closePeriod] ?? ['', '']);
  return on >= from && on <= to;
}

function meetsMoney({ amountMinor }: DealSummary, { amountFrom, amountTo }: DealFilter): boolean {
  return amountMinor >= (amountFrom ?? amountMinor) && amountMinor <= (amountTo ?? amountMinor);
}

function meetsState(deal: DealSummary, { categories, health, nextStep }: DealFilter): boolean {
  const isOpen = deal.status === 'open';
  return (
    isOneOf(categories, deal.forecastCategory) &&
    (!health?.length || (isOpen && health.includes(deal.health?.level ?? 'fine'))) &&
    (!nextStep?.length || (isOpen && nextStep.includes(deal.nextStep.state)))
  );
}

function meetsText(deal: DealSummary, text: string | undefined): boolean {
  if (!text?.trim()) return true;
  const names = [deal.name, deal.account?.name, deal.owner?.name];
  return names.some((name) => name?.toLowerCase().includes(text.trim().toLowerCase()));
}
