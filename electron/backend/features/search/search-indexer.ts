import type { Log } from '../../platform.ts';
import type { WorkspaceControl } from '../../workspace/workspace-control.ts';
import { hasDirty } from './search.repository.ts';

/** Between batches the thread belongs to whoever waits for an answer. */
const restMs = 4;
/** A change is taken in this long after it was made, so that a burst is taken in at once. */
const delayMs = 40;

/**
 * Takes changed records into the index, batch by batch, each in a short transaction of its own.
 *
 * @returns true when the index is up to date, false when the time ran out
 */
export async function takeInChanges(
  workspace: WorkspaceControl,
  limitMs: number,
): Promise<boolean> {
  if (!(await workspace.runQuery(({ db }) => hasDirty(db)))) return true;
  // Pinyin needs a dictionary, which is loaded when there is something to spell.
  const { indexBatch } = await import('./search-index.ts');
  const end = performance.now() + limitMs;
  for (;;) {
    const isDone = await workspace.runCommand('search.index', ({ db }) => indexBatch(db));
    if (isDone || performance.now() > end) return isDone;
    await rest(restMs);
  }
}

export type SearchIndexer = {
  /** Resolves when no batch is under way any more. */
  stop(): Promise<void>;
};

/** Keeps the index up to date after every change, in the background. */
export function startSearchIndexer(workspace: WorkspaceControl, log: Log): SearchIndexer {
  const stopping = new AbortController();
  const work = follow(workspace, stopping.signal, log);
  return {
    async stop() {
      stopping.abort();
      await work;
    },
  };
}

async function follow(workspace: WorkspaceControl, signal: AbortSignal, log: Log): Promise<void> {
  const changes = workspace.changes(signal);
  while (!signal.aborted) {
    try {
      await takeInAll(workspace, signal);
    } catch (error) {
      // A closed or full workspace is told of elsewhere; the search waits for the next change.
      if (workspace.status().state === 'open') log.error('search_index_failed', error);
    }
    await changes.next().catch(() => undefined);
    await rest(delayMs);
  }
}

async function takeInAll(workspace: WorkspaceControl, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && workspace.status().state === 'open') {
    if (await takeInChanges(workspace, 0)) return;
    await rest(restMs);
  }
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
