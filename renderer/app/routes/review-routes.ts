import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { rootRoute } from './root-route.tsx';

const reviewsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reviews',
  loader: ({ context }) =>
    context.queryClient.ensureQueryData(api.reviews.listReviews.queryOptions({ input: {} })),
  component: lazyRouteComponent(
    () => import('#renderer/features/reviews/list/reviews-page.tsx'),
    'ReviewsPage',
  ),
});

const reviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reviews/$reviewId',
  validateSearch: z.object({
    /** The entry being filled in. */
    at: z.string().optional(),
    preview: z.boolean().optional(),
  }),
  loader: ({ context, params: { reviewId } }) =>
    context.queryClient.ensureQueryData(
      api.reviews.getReview.queryOptions({ input: { reviewId } }),
    ),
  component: lazyRouteComponent(
    () => import('#renderer/features/reviews/review-page.tsx'),
    'ReviewPage',
  ),
});

export const reviewRoutes = [reviewsRoute, reviewRoute] as const;
