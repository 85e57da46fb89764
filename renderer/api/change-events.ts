import type { ChangeEvent, Topic } from '#shared/contract/events.ts';
import { client } from './client.ts';
import { i18n } from './i18n.ts';
import { queryClient } from './query-client.ts';
import { showStep } from './toasts.tsx';
import { isAffected } from './topics.ts';
import { redo, stepText, undo } from './undo.ts';

/** While someone types, screens follow this much later. */
const quietMs = 1500;

/** Listens for as long as the page lives: refetches what changed and says what was done. */
export async function followChanges(): Promise<never> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      const changes = await client.events.subscribe();
      // Whatever happened while nobody listened is unknown.
      if (!isFirst) void queryClient.invalidateQueries();
      for await (const change of changes) onChange(change);
    } catch {
      // The connection was lost; the next subscription waits until it is there again.
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function onChange(change: ChangeEvent): void {
  refetch(change);
  if (!change.quiet && change.step !== null) announce(change);
}

const waiting = new Set<Topic>();
let timer: ReturnType<typeof setTimeout> | undefined;

function refetch({ topics, quiet }: ChangeEvent): void {
  for (const topic of topics) waiting.add(topic);
  clearTimeout(timer);
  timer = setTimeout(flush, quiet ? quietMs : 0);
}

function flush(): void {
  const topics = new Set(waiting);
  waiting.clear();
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => isAffected(queryKey, topics),
  });
}

function announce({ step, cause }: ChangeEvent): void {
  if (step === null) return;
  const t = i18n.getFixedT(null, ['shell']);
  const text = stepText(step);
  const [message, label, onClick] =
    cause === 'undo'
      ? [t('undone', { text }), t('redo'), redo]
      : [cause === 'redo' ? t('redone', { text }) : text, t('undo'), undo];
  showStep(message, { label, onClick });
}
