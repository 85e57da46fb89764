import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { DealFilter } from '#shared/contract/deal-filter.ts';
import type { DealSummary } from '#shared/contract/deal-records.ts';
import type { BoardColumn } from '#shared/contract/deals.ts';

/** What one call brings of each column: more than a screen is high. */
export const firstCards = 30;
const pageSize = 60;

export function boardQuery(filter: DealFilter) {
  return api.deals.getBoard.queryOptions({ input: { filter, cardsPerColumn: firstCards } });
}

export function useBoard(filter: DealFilter) {
  return useQuery({ ...boardQuery(filter), placeholderData: keepPreviousData });
}

/** The cards of a column by place; those beyond the first come as they are scrolled to. */
export function useColumnCards(filter: DealFilter, { stageId, cards, totals }: BoardColumn) {
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const pages = useMemo(() => pagesBetween(seen.first, seen.last), [seen]);
  const answers = useQueries({
    queries: pages.map((page) => ({
      ...api.deals.listBoardCards.queryOptions({
        input: { filter, stageId, offset: firstCards + page * pageSize, limit: pageSize },
      }),
      throwOnError: false,
      meta: { isPart: true },
    })),
  });
  const onRange = useCallback((first: number, last: number) => {
    setSeen((before) =>
      before.first === first && before.last === last ? before : { first, last },
    );
  }, []);
  const cardAt = (index: number): DealSummary | undefined => {
    if (index < firstCards) return cards[index];
    const page = Math.floor((index - firstCards) / pageSize);
    return answers[pages.indexOf(page)]?.data?.[(index - firstCards) % pageSize];
  };
  return { count: totals.count, cardAt, onRange };
}

function pagesBetween(first: number, last: number): number[] {
  if (last < firstCards) return [];
  const from = Math.max(0, Math.floor((first - firstCards) / pageSize));
  const to = Math.floor((last - firstCards) / pageSize);
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}
