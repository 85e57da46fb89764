import {
  type CompositionEvent,
  type InputEvent,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import type { TextField } from '#shared/contract/texts.ts';
import type { Draft, DraftState } from './draft.ts';
import { draftOf, undoCount } from './drafts.ts';

type TextElement = HTMLTextAreaElement;

export type Autosave = {
  state: DraftState;
  /** Spread on a `textarea`; it is uncontrolled, so nothing touches it while words are composed. */
  bind: {
    ref(element: TextElement | null): void;
    defaultValue: string;
    onInput(event: InputEvent<TextElement>): void;
    onBlur(): void;
    onCompositionStart(): void;
    onCompositionEnd(event: CompositionEvent<TextElement>): void;
  };
};

/**
 * Saves a long text while it is typed: after a pause, every few seconds, on blur, before another
 * page and on closing. What cannot be written is kept and tried again.
 *
 * @param saved the text as the backend has it
 */
export function useAutosave(field: TextField, saved: string): Autosave {
  const { table, id, field: name } = field;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft follows `saved` by the effect below
  const draft = useMemo(() => draftOf({ table, id, field: name }, saved), [table, id, name]);
  const element = useRef<TextElement | null>(null);
  const state = useSyncExternalStore(
    (listener) => draft.subscribe(listener),
    () => draft.state,
  );
  const undos = useSyncExternalStore(undoCount.subscribe, undoCount.get);

  // biome-ignore lint/correctness/useExhaustiveDependencies: undo may bring what the page has
  useEffect(() => {
    if (draft.adopt(saved)) show(element.current, draft);
  }, [draft, saved, undos]);
  useEffect(() => () => void draft.leave().catch(() => undefined), [draft]);

  return useMemo(() => ({ state, bind: bind(draft, element) }), [draft, state]);
}

/** A text as it is at this moment, typed or saved: whether it is empty, and its draft for events. */
export function useLiveText(field: TextField, saved: string): { draft: Draft; isEmpty: boolean } {
  const { table, id, field: name } = field;
  // biome-ignore lint/correctness/useExhaustiveDependencies: its field takes over what is saved
  const draft = useMemo(() => draftOf({ table, id, field: name }, saved), [table, id, name]);
  const isEmpty = useSyncExternalStore(
    (listener) => draft.subscribe(listener),
    () => draft.text === '',
  );
  return { draft, isEmpty };
}

function bind(draft: Draft, element: { current: TextElement | null }): Autosave['bind'] {
  return {
    ref(next) {
      element.current = next;
    },
    defaultValue: draft.text,
    onInput: (event) => draft.type(event.currentTarget.value),
    onBlur: () => settle(draft),
    onCompositionStart: () => draft.startComposition(),
    onCompositionEnd: (event) => draft.endComposition(event.currentTarget.value),
  };
}

function settle(draft: Draft): void {
  draft.settle().catch(() => undefined);
}

/** Shows the text with the caret where it was. */
function show(element: TextElement | null, draft: Draft): void {
  if (element === null || element.value === draft.text) return;
  const { selectionStart, selectionEnd } = element;
  element.value = draft.text;
  if (document.activeElement === element) element.setSelectionRange(selectionStart, selectionEnd);
}
