import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { importSearch } from '#renderer/features/imports/import-search.ts';
import { rootRoute } from './root-route.tsx';

const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports',
  validateSearch: importSearch,
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(api.imports.getDesk.queryOptions()),
      queryClient.ensureQueryData(api.imports.listRuns.queryOptions()),
      queryClient.ensureQueryData(api.imports.listProfiles.queryOptions()),
    ]),
  component: lazyRouteComponent(
    () => import('#renderer/features/imports/imports-page.tsx'),
    'ImportsPage',
  ),
});

export const importsRoutes = [importsRoute] as const;
