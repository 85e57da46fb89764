import { useSyncExternalStore } from 'react';
import { api, client } from './client.ts';
import { queryClient } from './query-client.ts';

const listeners = new Set<() => void>();
let isSwitching = false;

/**
 * Forgets every answer, because another file is open now: sample entered or left, backup restored.
 * No page is there meanwhile, so that none asks the new file for what only the old one held. The
 * app comes back at its first place.
 */
export async function switchWorkspace(): Promise<void> {
  setSwitching(true);
  try {
    const [status, settings] = await Promise.all([
      client.workspace.getStatus(),
      client.settings.getSettings().catch(() => undefined),
    ]);
    queryClient.clear();
    queryClient.setQueryData(api.settings.getSettings.queryKey(), settings);
    queryClient.setQueryData(api.workspace.getStatus.queryKey(), status);
    location.hash = '/';
  } finally {
    setSwitching(false);
  }
}

export function useIsSwitching(): boolean {
  return useSyncExternalStore(subscribe, () => isSwitching);
}

function setSwitching(to: boolean): void {
  isSwitching = to;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
