import { getRouteApi } from '@tanstack/react-router';
import type { AccountSearch } from './account-search.ts';

const route = getRouteApi('/accounts');

/** The state of the view and how to change it; what is set to undefined goes. */
export function useAccountSearch(): [AccountSearch, (changes: Partial<AccountSearch>) => void] {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: Partial<AccountSearch>) => {
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
  };
  return [search, change];
}
