import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconMoon } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import type { Deal } from '#shared/contract/deal-records.ts';
import { useHealthWords } from '../use-health-words.ts';
import classes from './deal.module.css';
import { SnoozeDialog } from './snooze-dialog.tsx';

/** How healthy, and every rule that says so with its points and its number. */
export function DealHealth({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const words = useHealthWords();
  const [isSnoozing, setSnoozing] = useState(false);
  const { health } = deal;
  if (health === null) return null;
  const Icon = health.level === 'fine' ? IconCircleCheck : IconAlertTriangle;
  return (
    <>
      <p className={classes['health']}>
        <span className={classes['level']} data-level={health.level}>
          <Icon size={15} aria-hidden />
          {t(`health.level.${health.level}`)}
        </span>
        <span className={classes['dim']}>{t('health.score', { score: health.score })}</span>
        {health.reasons.length > 0 && deal.snoozedUntilOn === null && (
          <Button size="compact-xs" variant="subtle" ml="auto" onClick={() => setSnoozing(true)}>
            {t('snooze.start')}
          </Button>
        )}
      </p>
      {health.reasons.length === 0 && <p className={classes['dim']}>{t('health.noReasons')}</p>}
      <ul className={classes['reasons']}>
        {health.reasons.map((reason) => (
          <li key={reason.code}>
            <span>{words(reason)}</span>
            <span className={classes['points']}>+{reason.points}</span>
          </li>
        ))}
      </ul>
      <Snoozed deal={deal} />
      {isSnoozing && <SnoozeDialog deal={deal} onClose={() => setSnoozing(false)} />}
    </>
  );
}

function Snoozed({ deal: { id, snoozedUntilOn, snoozeReason } }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const { mutate } = useMutation(api.deals.snoozeDeal.mutationOptions());
  if (snoozedUntilOn === null) return null;
  return (
    <p className={classes['snoozed']}>
      <IconMoon size={15} aria-hidden />
      <span>{t('snooze.until', { on: snoozedUntilOn, reason: snoozeReason })}</span>
      <Button size="compact-xs" variant="subtle" onClick={() => mutate({ id, snooze: null })}>
        {t('snooze.end')}
      </Button>
    </p>
  );
}
