import type { QueryClient } from '@tanstack/react-query';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { boardQuery } from '#renderer/features/deals/board/use-board.ts';
import { changesQuery, rangeOf } from '#renderer/features/deals/changes/change-range.ts';
import {
  type DealLayout,
  type DealSearch,
  dealSearch,
  filterOf,
  usualSort,
} from '#renderer/features/deals/deal-search.ts';
import { tableQuery } from '#renderer/features/deals/table/use-deal-rows.ts';
import { rootRoute } from './root-route.tsx';

let viewOnScreen: DealLayout | undefined;

async function loadView(queryClient: QueryClient, search: DealSearch): Promise<void> {
  const filter = filterOf(search);
  const { sort = usualSort, group: groupBy } = search;
  if (search.view === 'board') await queryClient.ensureQueryData(boardQuery(filter));
  if (search.view === 'changes') {
    await queryClient.ensureQueryData(changesQuery({ filter, ...rangeOf(search) }));
  }
  if (search.view === 'table') {
    await queryClient.ensureQueryData(tableQuery({ filter, sort, groupBy }));
  }
}

const dealsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/deals',
  validateSearch: dealSearch,
  loaderDeps: ({ search: { deal: _deal, saved: _saved, ...view } }) => view,
  loader: async ({ context: { queryClient }, deps, cause }) => {
    const { view = 'board' } = deps;
    // A view that is on the screen keeps what it shows until the next rows are there, so that a
    // tick in a filter is a tick at once.
    if (cause === 'stay' && view === viewOnScreen) return;
    await Promise.all([
      queryClient.ensureQueryData(api.deals.listPipelines.queryOptions()),
      queryClient.ensureQueryData(api.deals.getTableColumns.queryOptions()),
      loadView(queryClient, { ...deps, view }),
    ]);
    if (cause !== 'preload') viewOnScreen = view;
  },
  component: lazyRouteComponent(() => import('../deals/deals-place.tsx'), 'DealsPlace'),
});

const dealRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/deals/$dealId',
  params: {
    parse: ({ dealId }) => ({ dealId: z.uuid().catch('').parse(dealId) }),
    stringify: ({ dealId }) => ({ dealId }),
  },
  loader: async ({ context: { queryClient }, params: { dealId } }) => {
    await queryClient.ensureQueryData(api.deals.listPipelines.queryOptions());
    await queryClient
      .ensureQueryData(api.deals.getDeal.queryOptions({ input: { id: dealId } }))
      .catch(() => undefined);
  },
  component: lazyRouteComponent(() => import('../deals/deals-place.tsx'), 'DealPlace'),
});

export const dealsRoutes = [dealsRoute, dealRoute] as const;
