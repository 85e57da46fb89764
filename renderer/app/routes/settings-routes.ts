import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { rootRoute } from './root-route.tsx';

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  loader: ({ context }) =>
    context.queryClient.ensureQueryData(api.settings.getSettings.queryOptions()),
  component: lazyRouteComponent(
    () => import('#renderer/features/settings/settings-page.tsx'),
    'SettingsPage',
  ),
});

export const settingsRoutes = [settingsRoute] as const;
