import type { DealSort } from '#shared/contract/deal-filter.ts';
import type { QueryContext } from '../../../rpc/context.ts';
import { type HealthMeasure, healthOf } from '../deal-health.service.ts';
import type { ResolvedDealFilter } from './deal-filter.repository.ts';
import * as repository from './deal-list.repository.ts';

type Reader = Pick<QueryContext, 'db'>;

/** Health is worked out by rules, not by SQL: a filter by level becomes a list of deals. */
export async function restrictToHealth(
  { db }: Reader,
  resolved: ResolvedDealFilter,
  measure: HealthMeasure,
): Promise<ResolvedDealFilter> {
  const levels = resolved.filter.health ?? [];
  if (levels.length === 0) return resolved;
  const rows = await repository.listHealthRows(db, resolved);
  const ids = rows
    .filter((row) => levels.includes(healthOf(row, measure).level))
    .map(({ id }) => id);
  return { ...resolved, ids };
}

/** Ids by health score; closed deals, which have none, come last either way. */
export async function sortByHealth(
  { db }: Reader,
  query: {
    resolved: ResolvedDealFilter;
    measure: HealthMeasure;
    sort: DealSort;
    group?: repository.GroupOf | undefined;
    window?: repository.ListWindow;
  },
): Promise<string[]> {
  const { resolved, measure, sort, group, window } = query;
  const sign = sort.descending ? -1 : 1;
  const open = await repository.listHealthRows(db, resolved);
  const score = new Map(open.map((row) => [row.id, healthOf(row, measure).score]));
  const ids = await repository.listIds(db, resolved, {
    sort: { by: 'closeOn', descending: false },
    group,
  });
  const ordered = ids.toSorted((a, b) => {
    const [left, right] = [score.get(a), score.get(b)];
    if (left === undefined || right === undefined) return rank(left) - rank(right);
    return sign * (left - right);
  });
  return window ? ordered.slice(window.offset, window.offset + window.limit) : ordered;
}

function rank(score: number | undefined): number {
  return score === undefined ? 1 : 0;
}
