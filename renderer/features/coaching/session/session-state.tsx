import { Button } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { StatusBadge } from '#renderer/components/status-badge.tsx';
import { PrintBriefButton } from '../print-brief-button.tsx';
import { AmendDialog } from './amend-dialog.tsx';
import { useSession } from './session-context.ts';

/** Where the session stands: running, done, read-only; and the way to amend it. */
export function SessionState() {
  const { t } = useTranslation('coaching');
  const format = useFormat();
  const [isAmending, setAmending] = useState(false);
  const { page, sessionId } = useSession();
  const { session, isLocked, locksOn, amendReason } = page;
  return (
    <>
      {amendReason !== null && (
        <StatusBadge tone="risk" icon={IconLockOpen}>
          <span title={amendReason}>{t('session.amended')}</span>
        </StatusBadge>
      )}
      {isLocked ? (
        <StatusBadge tone="quiet" icon={IconLock}>
          {t('session.locked')}
        </StatusBadge>
      ) : (
        <StatusBadge tone={session.status === 'completed' ? 'good' : 'risk'}>
          {session.status === 'completed' && locksOn !== null
            ? t('session.locksOn', { on: format.dateShort(locksOn) })
            : t(`status.${session.status}`)}
        </StatusBadge>
      )}
      {isLocked && (
        <Button variant="default" onClick={() => setAmending(true)}>
          {t('session.amend')}
        </Button>
      )}
      <PrintBriefButton personId={session.personId} sessionId={sessionId} />
      {isAmending && <AmendDialog sessionId={sessionId} onClose={() => setAmending(false)} />}
    </>
  );
}
