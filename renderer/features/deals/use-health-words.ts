import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { HealthReason } from '#shared/contract/deal-warnings.ts';

/** A reason of a deal's health in words, with its number. */
export function useHealthWords(): (reason: HealthReason) => string {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const days = (value: number) => format.number(value, Number.isInteger(value) ? 0 : 1);
  return (reason) => {
    switch (reason.code) {
      case 'no_activity':
        return t('health.reason.no_activity', { count: reason.days, over: reason.overDays });
      case 'no_next_step':
        return t('health.reason.no_next_step');
      case 'next_step_overdue':
        return t('health.reason.next_step_overdue', { count: reason.days });
      case 'close_date_passed':
        return t('health.reason.close_date_passed', { count: reason.days });
      case 'pushed':
        return t('health.reason.pushed', { count: reason.times });
      case 'stage_age':
        return t(`health.reason.stage_age_${reason.mark}`, {
          count: reason.days,
          limit: days(reason.limitDays),
          n: reason.n,
        });
    }
  };
}
