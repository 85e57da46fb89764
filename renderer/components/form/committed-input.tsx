import { TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';

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

/** A short text that is saved when the person leaves the field or presses Enter; Esc takes it back. */
export function CommittedInput({
  saved,
  isNeeded = false,
  onCommit,
  ...input
}: CommittedInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = async () => {
    if (typed === null) return;
    const isRefused = isNeeded && typed.trim() === '';
    if (typed.trim() !== saved && !isRefused) await onCommit(typed.trim()).catch(() => undefined);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
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
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
