import { type PresentOnlyFilter, presentOnlyFilter } from '#shared/contract/deal-changes.ts';
import type { DealFilter } from '#shared/contract/deal-filter.ts';
import type { ResolvedDealFilter } from '../list/deal-filter.repository.ts';
import type { StateAt } from './deal-snapshot.repository.ts';

export type ScopeLookups = {
  /** Stage → pipeline. */
  pipelineOf: ReadonlyMap<string, string>;
  /** Members of the filter's teams; null when no team is asked for. */
  teamMembers: ReadonlySet<string> | null;
};

/** Whether a deal as it was then is meant by a filter; the same as `matches` says of the present. */
export function isInScope(
  state: StateAt,
  resolved: ResolvedDealFilter,
  { pipelineOf, teamMembers }: ScopeLookups,
): boolean {
  const { filter } = resolved;
  const { stageId, amountMinor, ownerId, category } = state;
  return (
    stageId !== null &&
    isListed(filter.stageIds, stageId) &&
    isListed(filter.categories as readonly string[] | undefined, category) &&
    isListed(filter.ownerIds, ownerId ?? 'none') &&
    (teamMembers === null || (ownerId !== null && teamMembers.has(ownerId))) &&
    (filter.pipelineId === undefined || pipelineOf.get(stageId) === filter.pipelineId) &&
    amountMinor >= (filter.amountFrom ?? amountMinor) &&
    amountMinor <= (filter.amountTo ?? amountMinor) &&
    closesWithin(state.expectedCloseOn, resolved)
  );
}

function isListed(list: readonly string[] | undefined, value: string): boolean {
  return list === undefined || list.length === 0 || list.includes(value);
}

function closesWithin(on: string | null, { close, today }: ResolvedDealFilter): boolean {
  if (close === null) return true;
  if (close === 'no_date') return on === null;
  if (on === null) return false;
  if (close === 'overdue') return on < today;
  return on >= (close.startOn ?? on) && on <= (close.endOn ?? on);
}

/** The open pipeline a waterfall is about: without what only the present or closed deals have. */
export function openPipeline(filter: DealFilter): DealFilter {
  const { statuses, closedWithin, health, nextStep, ...lasting } = filter;
  return lasting;
}

/** Which parts of a filter `openPipeline` drops although they ask for something else. */
export function ignoredFilters(filter: DealFilter): PresentOnlyFilter[] {
  return presentOnlyFilter.options.filter((part) => {
    const wanted: readonly string[] = filter[part] ?? [];
    return part === 'statuses' ? wanted.some((status) => status !== 'open') : wanted.length > 0;
  });
}
