import {
  IconAlertTriangle,
  IconBeach,
  IconCheck,
  IconClock,
  IconSeedling,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CadenceStatus } from '#shared/contract/coaching-brief.ts';
import { StatusBadge } from './status-badge.tsx';

const looks = {
  ok: { tone: 'good', icon: IconCheck },
  due: { tone: 'risk', icon: IconClock },
  overdue: { tone: 'critical', icon: IconAlertTriangle },
  neglected: { tone: 'critical', icon: IconAlertTriangle },
  new: { tone: 'quiet', icon: IconSeedling },
  paused: { tone: 'quiet', icon: IconBeach },
} as const;

export type Rhythm = { status: CadenceStatus; daysSince: number | null; everyDays: number };

/** How long ago the last one-on-one was, and what that means for this person's rhythm. */
export function RhythmBadge({ rhythm }: { rhythm: Rhythm }) {
  const { t } = useTranslation('common');
  const { status, daysSince, everyDays } = rhythm;
  return (
    <StatusBadge {...looks[status]}>
      <span title={t('rhythm.every', { count: everyDays })}>
        {daysSince === null || status === 'new' || status === 'paused'
          ? t(`rhythm.${status}`)
          : t(`rhythm.since.${status}`, { count: daysSince })}
      </span>
    </StatusBadge>
  );
}
