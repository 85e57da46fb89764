import { useTranslation } from 'react-i18next';
import type { Backup } from '#shared/contract/backups.ts';
import { createFormat } from '#shared/i18n/format.ts';

const minutesOf = { day: 24 * 60, hour: 60, minute: 1 } as const;

/** How a backup is spoken of; works while the workspace is closed and has no settings. */
export function useBackupWords() {
  const { t, i18n } = useTranslation('backups');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const format = createFormat(language, 'CNY');
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const megabytes = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'megabyte',
    maximumSignificantDigits: 2,
  });
  return {
    when: ({ at }: Pick<Backup, 'at'>) => format.dateTime(at),
    number: format.number,
    size: ({ bytes }: Pick<Backup, 'bytes'>) => megabytes.format(bytes / 1_000_000),
    age({ ageMinutes }: Pick<Backup, 'ageMinutes'>): string {
      if (ageMinutes < 1) return t('now');
      const unit =
        ageMinutes < minutesOf.hour ? 'minute' : ageMinutes < 2 * minutesOf.day ? 'hour' : 'day';
      return relative.format(-Math.floor(ageMinutes / minutesOf[unit]), unit);
    },
  };
}
