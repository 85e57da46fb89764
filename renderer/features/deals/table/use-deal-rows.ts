import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { DealFilter, DealGrouping, DealSort } from '#shared/contract/deal-filter.ts';
import type { DealSummary } from '#shared/contract/deal-records.ts';
import type { DealGroup } from '#shared/contract/deals.ts';
import { groupLayout, type Line } from './group-layout.ts';

const pageSize = 100;

export type RowsQuery = { filter: DealFilter; sort: DealSort; groupBy?: DealGrouping | undefined };

export function tableQuery(query: RowsQuery) {
  return api.deals.getTable.queryOptions({ input: { ...query, limit: pageSize } });
}

export function useTableHead(query: RowsQuery) {
  return useQuery({ ...tableQuery(query), placeholderData: keepPreviousData });
}

/** The rows of a filter in order, by groups where asked for; fetched as they are scrolled to. */
export function useDealRows(query: RowsQuery) {
  const { data: head } = useTableHead(query);
  const [closed, setClosed] = useState<ReadonlySet<string | null>>(new Set());
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const groups = head?.groups ?? noGroups;
  const count = head?.totals.count ?? 0;
  const layout = useMemo(() => groupLayout(groups, closed, count), [groups, closed, count]);
  const pages = pagesInSight(layout.lines, seen);
  const answers = useQueries({
    queries: pages.map(({ group, page }) => ({
      ...api.deals.listDeals.queryOptions({
        input: {
          ...query,
          groupKey: group === undefined ? undefined : group.key,
          offset: page * pageSize,
          limit: pageSize,
        },
      }),
      throwOnError: false,
      meta: { isPart: true },
    })),
  });
  const rowAt = ({ group, index }: Extract<Line, { kind: 'row' }>): DealSummary | undefined => {
    const page = Math.floor(index / pageSize);
    const isFirst = page === 0 && group?.key === groups[0]?.key;
    if (isFirst && head !== undefined) return head.rows[index];
    const at = pages.findIndex((one) => one.group?.key === group?.key && one.page === page);
    return answers[at]?.data?.[index % pageSize];
  };
  const onRange = useCallback((first: number, last: number) => {
    setSeen((before) =>
      before.first === first && before.last === last ? before : { first, last },
    );
  }, []);
  const toggle = (key: string | null) => {
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  };
  return { head, layout, rowAt, onRange, toggle, isOpen: (key: string | null) => !closed.has(key) };
}

const noGroups: DealGroup[] = [];

type Page = { group: DealGroup | undefined; page: number };

/** The pages that hold the rows between two lines; the very first one came with the head. */
function pagesInSight(
  lines: (index: number) => Line,
  { first, last }: { first: number; last: number },
): Page[] {
  const found = new Map<string, Page>();
  for (let index = first; index <= last; index += 1) {
    const line = lines(index);
    if (line.kind !== 'row') continue;
    const page = Math.floor(line.index / pageSize);
    found.set(`${line.group?.key} ${page}`, { group: line.group, page });
  }
  return [...found.values()];
}
