import { useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { api, useConnectionState } from '#renderer/api/client.ts';
import { ConnectionPage } from './connection-page.tsx';
import { router } from './router.ts';
import { usePreferences } from './use-preferences.ts';

/** What the page shows as a whole: no connection, a closed workspace, the first start, the app. */
export function App() {
  const connection = useConnectionState();
  if (connection === 'ended' || connection === 'refused') {
    return <ConnectionPage state={connection} />;
  }
  return <Workspace />;
}

function Workspace() {
  const status = useQuery(api.workspace.getStatus.queryOptions());
  if (status.data === undefined) return null;
  return <OpenWorkspace />;
}

function OpenWorkspace() {
  const settings = useQuery(api.settings.getSettings.queryOptions());
  usePreferences(settings.data);
  if (settings.data === undefined) return null;
  return <RouterProvider router={router} />;
}
