import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

type Draft = { on: string | null; isTaken: boolean };

/** So long a day that was taken may take to come back as the saved one. */
const savingMs = 2000;

/**
 * A day while it is typed: `2026-12-2` on the way to `2026-12-24` is a day too, but not the one that
 * is meant, so it is taken only on leaving the field or on Enter. A picked day is taken at once.
 */
export function useTypedDay(value: string | null, onChange: (value: string | null) => void) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const isTyping = useRef(false);
  useEffect(() => {
    if (draft?.isTaken !== true) return undefined;
    if (draft.on === value) setDraft(null);
    const timer = setTimeout(() => setDraft(null), savingMs);
    return () => clearTimeout(timer);
  }, [draft, value]);
  const take = (on: string | null) => {
    setDraft({ on, isTaken: true });
    if (on !== value) onChange(on);
  };
  const takeTyped = () => {
    if (draft?.isTaken === false) take(draft.on);
  };
  return {
    value: draft === null ? value : draft.on,
    onInput: () => {
      isTyping.current = true;
      queueMicrotask(() => {
        isTyping.current = false;
      });
    },
    onChange: (on: string | null) => {
      if (isTyping.current) setDraft({ on, isTaken: false });
      else take(on);
    },
    onBlur: takeTyped,
    onKeyDown: ({ key, nativeEvent }: KeyboardEvent) => {
      if (key === 'Enter' && !nativeEvent.isComposing) takeTyped();
    },
  };
}
