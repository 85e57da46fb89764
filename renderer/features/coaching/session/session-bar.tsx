import { Button, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoment } from '#renderer/api/use-moment.ts';
import { keyCaps } from '#renderer/components/keyboard/shortcut.ts';
import type { GrowStep } from '#shared/contract/coaching-fields.ts';
import { visibilityOf } from '../grow/grow-visibility.ts';
import classes from './session.module.css';
import { useSession } from './session-context.ts';

export type SessionBarProps = {
  /** The block with the focus. */
  step: GrowStep | null;
  /** When the page's data came, by this window's clock. */
  readAt: number;
  onClose(): void;
};

/** Time, who may read the block in hand, the next session, and the way to the end. */
export function SessionBar({ step, readAt, onClose }: SessionBarProps) {
  const { t } = useTranslation('coaching');
  const moment = useMoment();
  const { page } = useSession();
  const { session, next } = page;
  const isRunning = session.status === 'in_progress';
  if (!isRunning && next === null) return null;
  return (
    <section className={classes['bar']} aria-label={t('bar.title')}>
      {isRunning && (
        <Button onClick={onClose}>
          {t('session.close')}
          <kbd className={classes['key']}>{keyCaps({ keys: 'mod+enter' }).join(' ')}</kbd>
        </Button>
      )}
      {isRunning && <Timer readAt={readAt} />}
      {step !== null && isRunning && <StepVisibility step={step} />}
      <span className={classes['push']} />
      {next !== null && (
        <span className={classes['dim']}>{t('bar.next', { at: moment(next.scheduledAt) })}</span>
      )}
    </section>
  );
}

function StepVisibility({ step }: { step: GrowStep }) {
  const { t } = useTranslation('coaching');
  const { page, change } = useSession();
  const { field, isPrivate } = visibilityOf(step, page.grow.fields);
  return (
    <Switch
      size="sm"
      label={t('bar.shared', { step: t(`step.${step}`) })}
      checked={!isPrivate}
      onChange={() => change({ [field]: isPrivate ? 'shared' : 'private' })}
    />
  );
}

const minuteMs = 60_000;

/** Minutes since the start, by the host's clock. */
function Timer({ readAt }: { readAt: number }) {
  const { t } = useTranslation('coaching');
  const { page } = useSession();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  const { startedAt, plannedMinutes } = page.session;
  const atRead = Date.parse(page.asOf) - Date.parse(startedAt ?? page.asOf);
  const minutes = Math.max(0, Math.floor((atRead + now - readAt) / minuteMs));
  return (
    <span className={classes['timer']} data-over={minutes > plannedMinutes} role="timer">
      {t('bar.time', { minutes, planned: plannedMinutes })}
    </span>
  );
}
