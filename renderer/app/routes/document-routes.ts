import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { rootRoute } from './root-route.tsx';

const documentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents',
  /** The document that is shown beside the list. */
  validateSearch: z.object({ open: z.string().optional() }),
  loader: ({ context }) =>
    context.queryClient.ensureQueryData(api.documents.listDocuments.queryOptions({ input: {} })),
  component: lazyRouteComponent(
    () => import('#renderer/features/documents/documents-page.tsx'),
    'DocumentsPage',
  ),
});

export const documentRoutes = [documentsRoute] as const;
