import { useEffect, useState } from 'react';
import { client } from '#renderer/api/client.ts';
import type { DeskProgress } from '#shared/contract/imports-desk.ts';
import { refetchDesk } from './desk-query.ts';

/** How far the backend's work on the desk is; null between works. */
export function useDeskProgress(
  deskId: string | undefined,
  known: DeskProgress | null,
): DeskProgress | null {
  const [heard, hear] = useState<DeskProgress | null | undefined>(undefined);
  useEffect(() => {
    if (deskId === undefined) return;
    const stop = new AbortController();
    void follow(stop.signal, hear);
    return () => {
      stop.abort();
      hear(undefined);
    };
  }, [deskId]);
  return heard === undefined ? known : heard;
}

async function follow(
  signal: AbortSignal,
  hear: (progress: DeskProgress | null) => void,
): Promise<void> {
  try {
    let before: DeskProgress | null = null;
    for await (const progress of await client.imports.followDesk(undefined, { signal })) {
      hear(progress);
      // It may have been started by a page that is gone.
      if (progress === null && before !== null && before.phase !== 'checking') await refetchDesk();
      before = progress;
    }
  } catch {
    // The desk is gone, or the connection: what is true now is asked for.
    if (!signal.aborted) await refetchDesk();
  }
}
