import { NumberInput, type NumberInputProps } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

export type CommittedNumberProps = Omit<
  NumberInputProps,
  'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'onKeyDown' | 'min' | 'max'
> & {
  saved: number;
  min: number;
  max: number;
  onCommit(value: number): Promise<unknown>;
};

/** A whole number that is saved when the person leaves the field or presses Enter; one out of bounds stays, marked. */
export function CommittedNumber({ saved, onCommit, ...input }: CommittedNumberProps) {
  const [typed, setTyped] = useState<number | string | null>(null);
  const { t } = useTranslation('common');
  const { min, max } = input;
  const value = typed === null || typed === '' ? saved : Number(typed);
  const fits = Number.isInteger(value) && value >= min && value <= max;
  const commit = async () => {
    if (!fits) return;
    if (value !== saved) await onCommit(value).catch(() => undefined);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void commit();
  };
  return (
    <NumberInput
      clampBehavior="none"
      allowDecimal={false}
      hideControls
      {...input}
      error={fits ? null : t('number.between', { min, max })}
      value={typed ?? saved}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
