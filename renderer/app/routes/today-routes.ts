import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { rootRoute } from './root-route.tsx';

const todayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/today',
  loader: ({ context }) => context.queryClient.ensureQueryData(api.today.getToday.queryOptions()),
  component: lazyRouteComponent(() => import('../today/today-place.tsx'), 'TodayPlace'),
});

export const todayRoutes = [todayRoute] as const;
