import { getRouteApi } from '@tanstack/react-router';
import type { DealFilter } from '#shared/contract/deal-filter.ts';
import { type DealSearch, filterOf, tidied } from './deal-search.ts';

const route = getRouteApi('/deals');

/** The state of the view and how to change it; what is set to undefined goes. */
export function useDealSearch(): [DealSearch, (changes: Partial<DealSearch>) => void] {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: Partial<DealSearch>) => {
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
  };
  return [search, change];
}

/** The one filter of all views. */
export function useDealFilter(): [DealFilter, (changes: Partial<DealFilter>) => void] {
  const [search, change] = useDealSearch();
  const filter = filterOf(search);
  return [filter, (changes) => change({ filter: tidied({ ...filter, ...changes }) })];
}
