import { DateInput } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { useDay } from '#renderer/api/use-moment.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { parseDate } from '#shared/domain/dates/parse-date.ts';
import { useTypedDay } from './use-typed-day.ts';

export type DayFieldProps = {
  label: string;
  value: string | null;
  onChange(value: string | null): void;
  isLabelHidden?: boolean;
  isClearable?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  placeholder?: string;
  error?: ReactNode;
  size?: 'xs' | 'sm';
  width?: number;
  /** The first day that may be picked. */
  fromOn?: string;
  /** The calendar stays inside what is open, so that picking a day does not close it. */
  isInPlace?: boolean;
  /** Days that are often meant, beside the calendar. */
  presets?: readonly { label: string; value: string }[];
};

/** 2026年12月 over the days, where dayjs would write 十二月 2026. */
const chineseHeads = { monthLabelFormat: 'YYYY年M月', yearLabelFormat: 'YYYY年' };

/** A day, typed in any usual way or picked from a calendar. */
export function DayField({ label, isLabelHidden = false, ...props }: DayFieldProps) {
  const { t } = useTranslation('common');
  const { language } = useSettings();
  const format = useFormat();
  const shortDay = useDay();
  const typed = useTypedDay(props.value, props.onChange);
  const { isClearable = true, isDisabled = false, isReadOnly = false, presets, width } = props;
  return (
    <DateInput
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      {...(width === undefined ? {} : { w: width })}
      {...(presets === undefined ? {} : { presets: [...presets] })}
      size={props.size ?? 'sm'}
      placeholder={props.placeholder ?? t('date.placeholder')}
      error={props.error}
      {...(props.fromOn === undefined ? {} : { minDate: props.fromOn })}
      {...(props.isInPlace === true ? { popoverProps: { withinPortal: false } } : {})}
      disabled={isDisabled}
      readOnly={isReadOnly}
      clearable={isClearable && !isReadOnly}
      clearButtonProps={{ 'aria-label': t('date.clear', { label }) }}
      locale={language === 'zh-CN' ? 'zh-cn' : 'en'}
      firstDayOfWeek={1}
      {...(language === 'zh-CN' ? chineseHeads : {})}
      valueFormat={props.size === 'xs' ? shortDay : format.date}
      dateParser={(text) => parseDay(text)}
      {...typed}
    />
  );
}

/** `3/5/2026` is two days of the year, so it is not taken; a day without a year is of this one. */
function parseDay(text: string): string | null {
  const year = new Date().getFullYear();
  for (const whole of [text, `${year}年${text}`, `${text}, ${year}`]) {
    const result = parseDate(whole, { timeZone: 'UTC' });
    if (result.ok) return result.on;
  }
  return null;
}
