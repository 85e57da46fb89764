import { IconAlertOctagon, IconAlertTriangle, IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/status-badge.tsx';
import type { HealthCounts } from '#shared/contract/people.ts';
import classes from './health-marks.module.css';

const marks = [
  { level: 'critical', tone: 'critical', icon: IconAlertOctagon },
  { level: 'at_risk', tone: 'risk', icon: IconAlertTriangle },
  { level: 'watch', tone: 'quiet', icon: IconEye },
] as const;

/** How many open deals are in which trouble; nothing for those that are fine. */
export function HealthMarks({ health }: { health: HealthCounts }) {
  const { t } = useTranslation('people');
  const total = health.fine + health.watch + health.at_risk + health.critical;
  const shown = marks.filter(({ level }) => health[level] > 0);
  if (total === 0) return <span className={classes['dim']}>{t('noDeals')}</span>;
  if (shown.length === 0) return <span className={classes['dim']}>{t('allFine')}</span>;
  return (
    <span className={classes['root']}>
      {shown.map(({ level, tone, icon }) => (
        <StatusBadge key={level} tone={tone} icon={icon}>
          <span title={t(`health.${level}`, { count: health[level] })}>
            {health[level]}
            <span className={classes['hidden']}>
              {t(`health.${level}`, { count: health[level] })}
            </span>
          </span>
        </StatusBadge>
      ))}
    </span>
  );
}
