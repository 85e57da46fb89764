import type { Language } from '#shared/contract/fields.ts';

type Option = { value: string; label: string };

/** January to December. */
export function monthNames(language: Language): Option[] {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => ({
    value: String(month + 1),
    label: format.format(Date.UTC(2024, month, 1)),
  }));
}

/** ISO weekdays, Monday first. */
export function weekdayNames(language: Language): Option[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  // 2024 began on a Monday.
  return Array.from({ length: 7 }, (_, day) => ({
    value: String(day + 1),
    label: format.format(Date.UTC(2024, 0, day + 1)),
  }));
}
