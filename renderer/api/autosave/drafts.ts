import type { TextField } from '#shared/contract/texts.ts';
import { client } from '../client.ts';
import { isPassing } from '../failure.ts';
import { showFailure } from '../toasts.tsx';
import { Draft } from './draft.ts';

/** Texts that were shown lately; one that cannot be written stays until it is. */
const kept = 50;

const drafts = new Map<string, Draft>();

/** The one draft of a text, however often its field comes and goes on the screen. */
export function draftOf(field: TextField, saved: string): Draft {
  const key = JSON.stringify([field.table, field.id, field.field]);
  const known = drafts.get(key);
  const draft = known ?? createDraft(field, saved);
  drafts.delete(key);
  drafts.set(key, draft);
  known?.adopt(saved);
  dropOldest();
  return draft;
}

function createDraft(field: TextField, saved: string): Draft {
  return new Draft({
    saved,
    // Half a surrogate pair, as a broken paste leaves it, cannot be stored.
    write: (text) => client.texts.saveText({ ...field, text: text.toWellFormed() }),
    isRetryable: isPassing,
    onRefused: showFailure,
  });
}

function dropOldest(): void {
  for (const [key, draft] of drafts) {
    if (drafts.size <= kept) return;
    if (draft.isWritten) drafts.delete(key);
  }
}

/**
 * Writes everything typed so far: before undo, before another page, before closing. A text that was
 * refused for good is tried again, but stops nothing: its field says that it is not saved.
 */
export async function settleDrafts(): Promise<void> {
  const settle = (draft: Draft) => {
    const isRefused = draft.state === 'refused';
    return draft.settle().catch((error: unknown) => {
      if (!isRefused) throw error;
    });
  };
  await Promise.all([...drafts.values()].map(settle));
}

/** After undo and redo: what was written from here may be taken back, seen on the screen or not. */
export function expectNews(): void {
  for (const draft of drafts.values()) draft.expectNews();
}

/** Another file is open: nothing that was typed into the last one goes into this one. */
export function discardDrafts(): void {
  for (const draft of drafts.values()) draft.discard();
  drafts.clear();
}

/** True while a text cannot be written and is only in this window. */
function holdsText(): boolean {
  return [...drafts.values()].some(({ state }) => state === 'waiting' || state === 'refused');
}

/** Counts undo and redo: after each, fields take over what the page was given. */
export const undoCount = createCounter();

function createCounter() {
  const listeners = new Set<() => void>();
  let count = 0;
  return {
    get: () => count,
    add() {
      count += 1;
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Closing or hiding the window writes what is left. */
export function settleBeforeLeaving(): void {
  const settle = () => {
    settleDrafts().catch(() => undefined);
  };
  window.addEventListener('pagehide', settle);
  document.addEventListener('visibilitychange', settle);
  window.addEventListener('beforeunload', (event) => {
    settle();
    // Electron would not ask: it would stay open without a word.
    if (holdsText() && location.protocol !== 'app:') event.preventDefault();
  });
}
