import { api, client } from './client.ts';
import { queryClient } from './query-client.ts';

/**
 * Forgets every answer, because another file is open now: sample entered or left, backup
 * restored. The page shows what that file holds, from its first place.
 */
export async function switchWorkspace(): Promise<void> {
  location.hash = '/';
  const [status, settings] = await Promise.all([
    client.workspace.getStatus(),
    client.settings.getSettings().catch(() => undefined),
  ]);
  queryClient.setQueryData(api.settings.getSettings.queryKey(), settings);
  queryClient.setQueryData(api.workspace.getStatus.queryKey(), status);
  await queryClient.resetQueries({ predicate: ({ queryKey }) => !isFrame(queryKey) });
}

/** What the frame itself needs was just read. */
function isFrame(queryKey: readonly unknown[]): boolean {
  const path = JSON.stringify(queryKey[0]);
  return path === '["workspace","getStatus"]' || path === '["settings","getSettings"]';
}
