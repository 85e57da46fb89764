import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { rootRoute } from './root-route.tsx';

const coachingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/coaching',
  validateSearch: z.object({
    tab: z.enum(['commitments', 'questions']).optional().catch(undefined),
  }),
  loader: ({ context }) =>
    context.queryClient.ensureQueryData(api.coaching.getOverview.queryOptions()),
  component: lazyRouteComponent(
    () => import('#renderer/features/coaching/place/coaching-page.tsx'),
    'CoachingPage',
  ),
});

const prepRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/coaching/prep/$personId',
  loader: ({ context, params: { personId } }) =>
    context.queryClient.ensureQueryData(api.coaching.getPrep.queryOptions({ input: { personId } })),
  component: lazyRouteComponent(
    () => import('#renderer/features/coaching/prep/prep-page.tsx'),
    'PrepPage',
  ),
});

const sessionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/coaching/sessions/$sessionId',
  loader: ({ context, params: { sessionId } }) =>
    context.queryClient.ensureQueryData(
      api.coaching.getSession.queryOptions({ input: { sessionId } }),
    ),
  component: lazyRouteComponent(
    () => import('#renderer/features/coaching/session/session-page.tsx'),
    'SessionPage',
  ),
});

export const coachingRoutes = [coachingRoute, prepRoute, sessionRoute] as const;
