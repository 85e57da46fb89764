import { getRouteApi } from '@tanstack/react-router';
import type { ImportSearch } from './import-search.ts';

const route = getRouteApi('/imports');

/** Where the page stands, and the way to another place; the browser's Back leads back. */
export function useImportSearch(): [ImportSearch, (search: ImportSearch) => void] {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return [search, (next) => void navigate({ search: next })];
}
