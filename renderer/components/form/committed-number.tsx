import { NumberInput, type NumberInputProps } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';

export type CommittedNumberProps = Omit<
  NumberInputProps,
  'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'onKeyDown' | 'min' | 'max'
> & {
  saved: number;
  min: number;
  max: number;
  onCommit(value: number): Promise<unknown>;
};

/** A whole number that is saved when the person leaves the field or presses Enter. */
export function CommittedNumber({ saved, onCommit, ...input }: CommittedNumberProps) {
  const [typed, setTyped] = useState<number | string | null>(null);
  const commit = async () => {
    const value = typed === null || typed === '' ? saved : Number(typed);
    const fits = Number.isInteger(value) && value >= input.min && value <= input.max;
    if (fits && value !== saved) await onCommit(value).catch(() => undefined);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void commit();
  };
  return (
    <NumberInput
      clampBehavior="strict"
      allowDecimal={false}
      hideControls
      {...input}
      value={typed ?? saved}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
