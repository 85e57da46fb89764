import { useSyncExternalStore } from 'react';
import { discardDrafts } from './autosave/drafts.ts';
import { api, client } from './client.ts';
import { queryClient } from './query-client.ts';

const listeners = new Set<() => void>();
let isSwitching = false;

/**
 * Forgets every answer and what was typed, because another file is open now: sample entered or
 * left, backup restored.
 */
export function switchWorkspace(): Promise<void> {
  discardDrafts();
  return startAgain();
}

/**
 * Forgets every answer, because the file was closed and opened again; what could not be written
 * meanwhile is kept. No page is there meanwhile, so that none asks a new file for what only
 * the old one held. The app comes back at its first place.
 */
export async function startAgain(): Promise<void> {
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
