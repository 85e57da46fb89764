import { NumberInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useSettings } from '#renderer/api/use-settings.ts';
import { minorDigits } from '#shared/domain/money/currency.ts';
import { MAX_AMOUNT_MINOR } from '#shared/domain/money/money.ts';

export type AmountInputProps = {
  label: string;
  /** Minor units of the workspace's currency; null for none. */
  saved: number | null;
  onCommit(amountMinor: number | null): unknown;
  /** In a form: told with every key, so that Enter sends what is seen. */
  isLive?: boolean;
  isLabelHidden?: boolean;
  size?: 'xs' | 'sm';
};

/** An amount in the workspace's currency, saved when the person leaves the field or presses Enter. */
export function AmountInput(props: AmountInputProps) {
  const { label, saved, onCommit, isLive = false, isLabelHidden = false, size = 'xs' } = props;
  const { currency } = useSettings();
  const [typed, setTyped] = useState<number | string | null>(null);
  const unit = 10 ** minorDigits(currency);
  const tell = (value: number | string) => {
    const amountMinor = value === '' ? null : Math.round(Number(value) * unit);
    if (amountMinor !== saved) onCommit(amountMinor);
  };
  const change = (value: number | string) => {
    setTyped(value);
    if (isLive) tell(value);
  };
  const commit = () => {
    if (typed !== null && !isLive) tell(typed);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !isLive) commit();
  };
  return (
    <NumberInput
      size={size}
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      hideControls
      thousandSeparator=","
      decimalScale={minorDigits(currency)}
      max={MAX_AMOUNT_MINOR / unit}
      value={typed ?? (saved === null ? '' : saved / unit)}
      onChange={change}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
