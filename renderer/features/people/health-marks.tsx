import { IconAlertOctagon, IconAlertTriangle, IconEye } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/status-badge.tsx';
import type { HealthCounts } from '#shared/contract/people.ts';
import classes from './health-marks.module.css';
import { behind } from './use-open-deals.ts';

const marks = [
  { level: 'critical', tone: 'critical', icon: IconAlertOctagon },
  { level: 'at_risk', tone: 'risk', icon: IconAlertTriangle },
  { level: 'watch', tone: 'quiet', icon: IconEye },
] as const;

export type HealthMarksProps = {
  health: HealthCounts;
  /** Makes each mark open this person's deals of that health. */
  ownerId?: string;
};

/** How many open deals are in which trouble; nothing for those that are fine. */
export function HealthMarks({ health, ownerId }: HealthMarksProps) {
  const { t } = useTranslation('people');
  const total = health.fine + health.watch + health.at_risk + health.critical;
  const shown = marks.filter(({ level }) => health[level] > 0);
  if (total === 0) return <span className={classes['dim']}>{t('noDeals')}</span>;
  if (shown.length === 0) return <span className={classes['dim']}>{t('allFine')}</span>;
  return (
    <span className={classes['root']}>
      {shown.map(({ level, tone, icon }) => {
        const mark = (
          <StatusBadge key={level} tone={tone} icon={icon}>
            <span title={t(`health.${level}`, { count: health[level] })}>
              {health[level]}
              <span className={classes['hidden']}>
                {t(`health.${level}`, { count: health[level] })}
              </span>
            </span>
          </StatusBadge>
        );
        if (ownerId === undefined) return mark;
        const filter = { ...behind.open, ownerIds: [ownerId], health: [level] };
        return (
          <Link
            key={level}
            className={classes['link'] ?? ''}
            to="/deals"
            search={{ view: 'table', filter }}
          >
            {mark}
          </Link>
        );
      })}
    </span>
  );
}
