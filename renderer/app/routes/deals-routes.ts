import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { boardQuery } from '#renderer/features/deals/board/use-board.ts';
import { dealSearch, filterOf, usualSort } from '#renderer/features/deals/deal-search.ts';
import { tableQuery } from '#renderer/features/deals/table/use-deal-rows.ts';
import { rootRoute } from './root-route.tsx';

const dealsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/deals',
  validateSearch: dealSearch,
  loaderDeps: ({ search: { deal: _deal, saved: _saved, ...view } }) => view,
  loader: async ({ context: { queryClient }, deps }) => {
    const filter = filterOf(deps);
    await Promise.all([
      queryClient.ensureQueryData(api.deals.listPipelines.queryOptions()),
      queryClient.ensureQueryData(api.deals.getTableColumns.queryOptions()),
      deps.view === undefined || deps.view === 'board'
        ? queryClient.ensureQueryData(boardQuery(filter))
        : undefined,
      deps.view === 'table'
        ? queryClient.ensureQueryData(
            tableQuery({ filter, sort: deps.sort ?? usualSort, groupBy: deps.group }),
          )
        : undefined,
    ]);
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
