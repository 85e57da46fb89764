import { getRouteApi } from '@tanstack/react-router';
import type { RiskSearch } from './risk-search.ts';

const route = getRouteApi('/risks');

/** The state of the view and how to change it; what is set to undefined goes. */
export function useRiskSearch(): [RiskSearch, (changes: Partial<RiskSearch>) => void] {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: Partial<RiskSearch>) => {
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
  };
  return [search, change];
}
