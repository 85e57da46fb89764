import { filterOf, usualSort } from '../deal-search.ts';
import { useTableColumns } from '../table/use-table-columns.ts';
import { useDealSearch } from '../use-deal-search.ts';

/** What is on the screen, as a view without a name. */
export function useCurrentView() {
  const [search] = useDealSearch();
  const { columns } = useTableColumns();
  return {
    layout: search.view === 'table' ? ('table' as const) : ('board' as const),
    filter: filterOf(search),
    sort: search.sort ?? usualSort,
    groupBy: search.group ?? null,
    columns,
  };
}
