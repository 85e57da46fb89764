import { DateInput } from '@mantine/dates';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLocalDate } from '#shared/domain/dates/local-date.ts';

export type DayInputProps = {
  label: string;
  value: string | null;
  onChange(on: string | null): void;
  isLabelHidden?: boolean;
  size?: 'xs' | 'sm';
  /** In a form: told as soon as it is a day, so that Enter sends what is seen. */
  isLive?: boolean;
};

/**
 * A day, typed or picked. A typed one is told when the field is left, so that a date that is half
 * typed is not taken for one; a picked one at once.
 */
export function DayInput({ label, value, onChange, ...props }: DayInputProps) {
  const { isLive = false, isLabelHidden = false, size = 'sm' } = props;
  const { t } = useTranslation('deals');
  const [typed, setTyped] = useState<{ day: string | null } | null>(null);
  const isPicked = useRef(false);
  const tell = (day: string | null) => {
    setTyped(null);
    if (day !== value) onChange(day);
  };
  const change = (day: string | null) => {
    if (isLive || isPicked.current || day === null) tell(day);
    else setTyped({ day });
    isPicked.current = false;
  };
  const commit = () => {
    if (typed !== null) tell(typed.day);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
  };
  return (
    <DateInput
      size={size}
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      placeholder={t('field.dayFormat')}
      valueFormat="YYYY-MM-DD"
      dateParser={parseDay}
      clearable
      clearButtonProps={{ 'aria-label': t('field.clear', { field: label }) }}
      popoverProps={{ returnFocus: true }}
      getDayProps={() => ({
        onClick: () => {
          isPicked.current = true;
        },
      })}
      value={typed === null ? value : typed.day}
      onChange={change}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}

/** '2026-11-24', '2026/11/24' or '2026年11月24日'; null while it is none of them. */
function parseDay(text: string): string | null {
  const [, year, month = '', day = ''] =
    /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(text.trim()) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}
