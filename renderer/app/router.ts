import { createHashHistory, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { queryClient } from '#renderer/api/query-client.ts';
import { RouteError } from './layout/route-error.tsx';
import { RoutePending } from './layout/route-pending.tsx';
import { places } from './places.ts';
import { accountsRoutes } from './routes/accounts-routes.ts';
import { coachingRoutes } from './routes/coaching-routes.ts';
import { dealsRoutes } from './routes/deals-routes.ts';
import { documentRoutes } from './routes/document-routes.ts';
import { importsRoutes } from './routes/imports-routes.ts';
import { peopleRoutes } from './routes/people-routes.ts';
import { reviewRoutes } from './routes/review-routes.ts';
import { risksRoutes } from './routes/risks-routes.ts';
import { rootRoute } from './routes/root-route.tsx';
import { settingsRoutes } from './routes/settings-routes.ts';
import { todayRoutes } from './routes/today-routes.ts';

const firstRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: places[0].to, replace: true });
  },
});

/** A page waits for its data this long before anything moves; most never show that they wait. */
const pendingMs = 400;

export function createAppRouter() {
  return createRouter({
    routeTree: rootRoute.addChildren([
      firstRoute,
      ...accountsRoutes,
      ...dealsRoutes,
      ...coachingRoutes,
      ...peopleRoutes,
      ...documentRoutes,
      ...importsRoutes,
      ...reviewRoutes,
      ...risksRoutes,
      ...settingsRoutes,
      ...todayRoutes,
    ]),
    history: createHashHistory(),
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: pendingMs,
    defaultPendingMinMs: 300,
    defaultPendingComponent: RoutePending,
    defaultErrorComponent: RouteError,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be augmented
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
