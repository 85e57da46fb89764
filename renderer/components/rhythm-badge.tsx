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

export type Rhythm = {
  status: CadenceStatus;
  /** Since the last one-on-one, or since joining where there was none. */
  daysSince: number | null;
  everyDays: number;
  lastOn: string | null;
};

/** How long ago the last one-on-one was, and what that means for this person's rhythm. */
export function RhythmBadge({ rhythm }: { rhythm: Rhythm }) {
  const { t } = useTranslation('common');
  const { status, daysSince, everyDays, lastOn } = rhythm;
  const isWaiting = daysSince !== null && status !== 'new' && status !== 'paused';
  return (
    <StatusBadge {...looks[status]}>
      <span title={t('rhythm.every', { count: everyDays })}>
        {!isWaiting && t(`rhythm.${status}`)}
        {isWaiting &&
          (lastOn === null
            ? t('rhythm.never', { count: daysSince })
            : t(`rhythm.since.${status}`, { count: daysSince }))}
      </span>
    </StatusBadge>
  );
}
