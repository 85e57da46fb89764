import { useState } from 'react';

/**
 * What was just chosen, until the backend's answer is on the page: a choice shows at once and
 * never jumps back in between.
 *
 * @param saved the value as the backend has it
 */
export function useChosen<Value>(saved: Value) {
  const [chosen, setChosen] = useState<{ value: Value } | null>(null);
  const [seen, setSeen] = useState(saved);
  if (seen !== saved) {
    setSeen(saved);
    setChosen(null);
  }
  return {
    shown: chosen === null ? saved : chosen.value,
    choose: (value: Value) => setChosen({ value }),
    /** The backend refused: what it has shows again. */
    forget: () => setChosen(null),
  };
}
