import { NumberInput, type NumberInputProps } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';

export type OptionalNumberProps = Omit<
  NumberInputProps,
  'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'onKeyDown' | 'min' | 'max'
> & {
  /** What the backend has; null is not known. */
  saved: number | null;
  min: number;
  max: number;
  /** Saves; an emptied field is null. */
  onCommit(value: number | null): Promise<unknown>;
};

/** A number that may be unknown, saved on leaving the field or by Enter; Esc takes it back. */
export function OptionalNumber({ saved, onCommit, min, max, ...input }: OptionalNumberProps) {
  const [typed, setTyped] = useState<string | number | null>(null);
  const commit = async () => {
    if (typed === null) return;
    const value = toNumber(typed, min, max);
    if (value !== saved) await onCommit(value).catch(() => undefined);
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
    <NumberInput
      hideControls
      {...input}
      clampBehavior="none"
      min={min}
      max={max}
      value={typed ?? saved ?? ''}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}

function toNumber(typed: string | number, min: number, max: number): number | null {
  const value = typed === '' ? Number.NaN : Number(typed);
  return Number.isNaN(value) ? null : Math.max(min, Math.min(max, value));
}
