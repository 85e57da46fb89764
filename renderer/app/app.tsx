import { useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api, client, useConnectionState } from '#renderer/api/client.ts';
import { switchWorkspace, useIsSwitching } from '#renderer/api/switch-workspace.ts';
import { BackupList } from '#renderer/features/backups/backup-list.tsx';
import { ClosedPage } from '#renderer/features/workspace/closed-page.tsx';
import { FirstStartPage, type FirstWay } from '#renderer/features/workspace/first-start-page.tsx';
import type { AppSettings } from '#shared/contract/settings.ts';
import { ConnectionPage } from './connection-page.tsx';
import { createAppRouter } from './router.ts';
import { usePreferences } from './use-preferences.ts';

/** What the page shows as a whole: no connection, a closed workspace, the first start, the app. */
export function App() {
  const connection = useConnectionState();
  const isSwitching = useIsSwitching();
  if (connection === 'ended' || connection === 'refused') {
    return <ConnectionPage state={connection} />;
  }
  if (isSwitching) return null;
  return <Workspace />;
}

function Workspace() {
  const { data: status } = useQuery(api.workspace.getStatus.queryOptions());
  if (status === undefined) return null;
  if (status.state === 'closed') return <ClosedPage status={status} restore={<BackupList />} />;
  return <OpenWorkspace />;
}

function OpenWorkspace() {
  const { data: settings } = useQuery(api.settings.getSettings.queryOptions());
  usePreferences(settings);
  if (settings === undefined) return null;
  if (!settings.isSetUp) return <FirstStart settings={settings} />;
  return <Pages />;
}

/** One router for one open file: what it remembers of its pages goes with that file. */
function Pages() {
  const [router] = useState(createAppRouter);
  useEffect(() => () => router.history.destroy(), [router]);
  return <RouterProvider router={router} />;
}

const firstWays: readonly FirstWay[] = ['sample', 'import', 'empty'];

function FirstStart({ settings }: { settings: AppSettings }) {
  const onChoose = async (way: FirstWay) => {
    if (way === 'import') location.hash = '/imports';
    if (way !== 'sample') return;
    await client.sample.open({ language: settings.language });
    await switchWorkspace();
  };
  return <FirstStartPage settings={settings} ways={firstWays} onChoose={onChoose} />;
}
