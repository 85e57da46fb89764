import { TextInput, type TextInputProps } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react';

export type CommittedInputProps = Omit<
  TextInputProps,
  'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'onKeyDown'
> & {
  /** What the backend has. */
  saved: string;
  /** An empty field goes back to what it was. */
  isNeeded?: boolean;
  /** Saves; the field shows what was typed until it is done. */
  onCommit(value: string): Promise<unknown>;
};

/** A reload or a step back loses no more than the last words. */
const pauseMs = 1_500;

/**
 * A short text that is saved when the person pauses, presses Enter or leaves the field, by going
 * to another page too; Esc takes back what is not saved yet.
 */
export function CommittedInput({
  saved,
  isNeeded = false,
  onCommit,
  ...input
}: CommittedInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = async () => {
    if (typed === null) return;
    const isRefused = isNeeded && typed.trim() === '';
    if (typed.trim() !== saved && !isRefused) await onCommit(typed.trim()).catch(() => undefined);
  };
  const commit = async () => {
    await save();
    setTyped(null);
  };
  const { start, clear } = useTimeout(save, pauseMs);
  const saveLast = useEffectEvent(save);
  useEffect(() => () => void saveLast(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    clear();
    if (event.key === 'Enter') void commit();
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      setTyped(null);
    }
  };
  return (
    <TextInput
      {...input}
      value={typed ?? saved}
      onChange={({ currentTarget, nativeEvent }) => {
        setTyped(currentTarget.value);
        clear();
        if (!isComposing(nativeEvent)) start();
      }}
      onCompositionEnd={start}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}

function isComposing(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing;
}
