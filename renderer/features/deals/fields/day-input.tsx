import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { localDate } from '#shared/contract/fields.ts';

export type DayInputProps = {
  label: string;
  value: string | null;
  onChange(on: string | null): void;
  isLabelHidden?: boolean;
  size?: 'xs' | 'sm';
  variant?: 'default' | 'unstyled' | 'filled';
  error?: string | undefined;
  /** In a form: told as soon as it is a day, so that Enter sends what is seen. */
  isLive?: boolean;
};

/**
 * A day, typed or chosen in the browser's own calendar; it is told when the field is left, so that
 * a year that is still being typed is not taken for one.
 */
export function DayInput(props: DayInputProps) {
  const { label, value, onChange, isLive, isLabelHidden, size = 'sm', ...input } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const tell = (text: string) => {
    const day = text === '' ? null : localDate.safeParse(text).data;
    if (day !== undefined && day !== value) onChange(day);
  };
  const change = (text: string) => {
    setTyped(text);
    if (isLive === true) tell(text);
  };
  const commit = () => {
    if (typed !== null && isLive !== true) tell(typed);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isLive !== true) commit();
  };
  return (
    <TextInput
      type="date"
      size={size}
      max="9999-12-31"
      {...(isLabelHidden === true ? { 'aria-label': label } : { label })}
      {...input}
      value={typed ?? value ?? ''}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
