import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrency, useFormat } from '#renderer/api/use-format.ts';
import { minorDigits } from '#shared/domain/money/currency.ts';
import { readAmount } from './read-amount.ts';

export type AmountInputProps = {
  label: string;
  /** Minor units of the workspace's currency; null for none. */
  saved: number | null;
  onCommit(amountMinor: number | null): unknown;
  /** In a form: told with every key, so that Enter sends what is seen. */
  isLive?: boolean;
  isLabelHidden?: boolean;
  isReadOnly?: boolean;
  size?: 'xs' | 'sm';
  /** Pixels; the width of its place otherwise. */
  width?: number;
};

/**
 * An amount in the workspace's currency as people write it (120万, 1.2m, 1,200,000), saved when
 * they leave the field or press Enter. What is no amount stays with a word on it, and keeps a form
 * from being sent.
 */
export function AmountInput(props: AmountInputProps) {
  const { label, saved, onCommit, isLive = false, isLabelHidden = false, size = 'xs' } = props;
  const { t } = useTranslation('common');
  const currency = useCurrency();
  const shown = useShown(saved);
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? saved : readAmount(typed, currency);
  const error = read === undefined ? t('amount.unreadable') : null;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.setCustomValidity(error ?? ''), [error]);
  const change = (text: string) => {
    setTyped(text);
    const amountMinor = readAmount(text, currency);
    if (isLive && amountMinor !== undefined) onCommit(amountMinor);
  };
  const commit = () => {
    if (read === undefined) return;
    if (!isLive && read !== saved) onCommit(read);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      setTyped(null);
    }
    if (event.key === 'Enter' && !isLive && !event.nativeEvent.isComposing) commit();
  };
  return (
    <TextInput
      ref={input}
      size={size}
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      {...(props.width === undefined ? {} : { w: props.width })}
      inputMode="decimal"
      readOnly={props.isReadOnly ?? false}
      error={error}
      value={typed ?? shown}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}

/** In full and without a sign, so that it can be typed over. */
function useShown(saved: number | null): string {
  const currency = useCurrency();
  const format = useFormat();
  if (saved === null) return '';
  const digits = minorDigits(currency);
  const amount = saved / 10 ** digits;
  return format.number(amount, Number.isInteger(amount) ? 0 : digits);
}
