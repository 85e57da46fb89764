import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { riskSearch, toRiskFilter } from '#renderer/features/risks/risk-search.ts';
import { rootRoute } from './root-route.tsx';

const risksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/risks',
  validateSearch: riskSearch,
  loaderDeps: ({ search: { risk: _risk, proposals: _proposals, ...filter } }) => filter,
  loader: ({ context, deps }) =>
    context.queryClient.ensureQueryData(
      api.risks.getRegister.queryOptions({ input: toRiskFilter(deps) }),
    ),
  component: lazyRouteComponent(
    () => import('#renderer/features/risks/risks-page.tsx'),
    'RisksPage',
  ),
});

export const risksRoutes = [risksRoute] as const;
