import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { rootRoute } from './root-route.tsx';

const teamRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/team',
  validateSearch: z.object({ team: z.string().optional(), left: z.boolean().optional() }),
  loader: ({ context }) => context.queryClient.ensureQueryData(api.people.getTeam.queryOptions()),
  component: lazyRouteComponent(
    () => import('#renderer/features/people/team/team-page.tsx'),
    'TeamPage',
  ),
});

const quotasRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/team/quotas',
  validateSearch: z.object({ year: z.int().optional() }),
  loaderDeps: ({ search: { year } }) => ({ year }),
  loader: ({ context, deps: { year = null } }) =>
    context.queryClient.ensureQueryData(api.people.getQuotaGrid.queryOptions({ input: { year } })),
  component: lazyRouteComponent(
    () => import('#renderer/features/people/quotas/quotas-page.tsx'),
    'QuotasPage',
  ),
});

const personRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/team/$personId',
  validateSearch: z.object({ tab: z.string().optional() }),
  loader: ({ context, params: { personId } }) =>
    context.queryClient.ensureQueryData(
      api.people.getPersonPage.queryOptions({ input: { personId } }),
    ),
  component: lazyRouteComponent(() => import('../pages/person-screen.tsx'), 'PersonScreen'),
});

export const peopleRoutes = [teamRoute, quotasRoute, personRoute] as const;
