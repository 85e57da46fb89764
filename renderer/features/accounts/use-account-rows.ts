import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { TableLine } from '#renderer/components/table/table-column.ts';
import type { AccountSummary } from '#shared/contract/accounts.ts';
import { type AccountSearch, toAccountFilter, toAccountSort } from './account-search.ts';

const windowSize = 100;

export function accountWindow(search: AccountSearch, index: number) {
  return api.accounts.listAccounts.queryOptions({
    input: {
      filter: toAccountFilter(search),
      sort: toAccountSort(search),
      offset: index * windowSize,
      limit: windowSize,
    },
  });
}

/** The accounts of a filter in order; the windows in sight are fetched as the table is scrolled. */
export function useAccountRows(search: AccountSearch) {
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const head = useQuery({ ...accountWindow(search, 0), placeholderData: keepPreviousData });
  const from = Math.floor(seen.first / windowSize);
  const to = Math.floor(seen.last / windowSize);
  const windows = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  const answers = useQueries({ queries: windows.map((index) => accountWindow(search, index)) });
  const lineAt = (index: number): TableLine<AccountSummary> | undefined => {
    const page = Math.floor(index / windowSize);
    const answer = page === 0 ? head.data : answers[page - from]?.data;
    const row = answer?.rows[index - page * windowSize];
    return row === undefined ? undefined : { kind: 'row', row };
  };
  const onRange = useCallback((first: number, last: number) => {
    setSeen((before) =>
      before.first === first && before.last === last ? before : { first, last },
    );
  }, []);
  return { totals: head.data, lineAt, onRange };
}
