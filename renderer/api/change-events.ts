import type { ChangeEvent, Topic } from '#shared/contract/events.ts';
import { expectNews, undoCount } from './autosave/drafts.ts';
import { client } from './client.ts';
import { earliestTimer } from './earliest-timer.ts';
import { queryClient } from './query-client.ts';
import { showStep } from './toasts.tsx';
import { isAffected } from './topics.ts';
import { redo, undo } from './undo.ts';

/** While someone types, screens follow this much later. */
const quietMs = 1500;

/** Listens for as long as the page lives: refetches what changed and says what was done. */
export async function followChanges(): Promise<never> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      const changes = await client.events.subscribe();
      // Whatever happened while nobody listened is unknown.
      if (!isFirst) refetchAll();
      for await (const change of changes) onChange(change);
    } catch {
      // The connection was lost; the next subscription waits until it is there again.
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function onChange(change: ChangeEvent): void {
  if (isUndo(change)) expectNews();
  refetch(change);
  if (!change.quiet && change.step !== null) showStep(change.step, change.cause, { undo, redo });
}

function refetchAll(): void {
  expectNews();
  void queryClient.invalidateQueries();
}

function isUndo({ cause }: ChangeEvent): boolean {
  return cause === 'undo' || cause === 'redo';
}

const waiting = { topics: new Set<Topic>(), hasUndo: false };
const flushAfter = earliestTimer(() => void flush());

function refetch(change: ChangeEvent): void {
  for (const topic of change.topics) waiting.topics.add(topic);
  waiting.hasUndo ||= isUndo(change);
  flushAfter(change.quiet ? quietMs : 0);
}

async function flush(): Promise<void> {
  const topics = new Set(waiting.topics);
  const { hasUndo } = waiting;
  waiting.topics.clear();
  waiting.hasUndo = false;
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => isAffected(queryKey, topics),
  });
  // After the screens have taken over the new answers.
  if (hasUndo) setTimeout(undoCount.add);
}
