import {
  IconAlertTriangle,
  IconBeach,
  IconCheck,
  IconClock,
  IconSeedling,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/status-badge.tsx';
import type { CoachingState } from '#shared/contract/people.ts';

const looks = {
  ok: { tone: 'good', icon: IconCheck },
  due: { tone: 'risk', icon: IconClock },
  overdue: { tone: 'critical', icon: IconAlertTriangle },
  neglected: { tone: 'critical', icon: IconAlertTriangle },
  new: { tone: 'quiet', icon: IconSeedling },
  paused: { tone: 'quiet', icon: IconBeach },
} as const;

/** How long ago the last one-on-one was, and what that means for this person's rhythm. */
export function RhythmBadge({ state }: { state: CoachingState }) {
  const { t } = useTranslation('people');
  const { status, daysSince, everyDays } = state;
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
