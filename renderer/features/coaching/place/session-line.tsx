import { ActionIcon, Menu } from '@mantine/core';
import { IconCalendarOff, IconCalendarX, IconDots, IconEdit, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useMoment } from '#renderer/api/use-moment.ts';
import { StatusBadge } from '#renderer/components/status-badge.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { CoachingSession } from '#shared/contract/coaching-sessions.ts';
import classes from './place.module.css';
import { SkipDialog, type SkipWay } from './skip-dialog.tsx';

export type SessionLineProps = {
  session: CoachingSession;
  /** The moment it is now. */
  asOf: string;
  onReplan(): void;
  /** False where all lines are of one person. */
  isPersonShown?: boolean;
  /** What it was about and what came of it. */
  note?: ReactNode;
};

/** A session in a list; a started one opens, a planned one can be moved, excused or removed. */
export function SessionLine(props: SessionLineProps) {
  const { session, asOf, onReplan, isPersonShown = true, note } = props;
  const { t } = useTranslation('coaching');
  const moment = useMoment();
  const { status, sessionNo, scheduledAt, startedAt, personName } = session;
  const isStarted = status === 'completed' || status === 'in_progress';
  const isLate = status === 'scheduled' && scheduledAt < asOf;
  const title = (
    <>
      {isPersonShown && (
        <>
          <Name>{personName}</Name>
          {' · '}
        </>
      )}
      {t(`type.${session.type}`)}
      {sessionNo !== null && ` #${sessionNo}`}
    </>
  );
  return (
    <li className={classes['session']}>
      <span className={classes['two']}>
        <span>
          {isStarted ? (
            <Link
              className={classes['link'] ?? ''}
              to="/coaching/sessions/$sessionId"
              params={{ sessionId: session.id }}
            >
              {title}
            </Link>
          ) : (
            <Link
              className={classes['link'] ?? ''}
              to="/coaching/prep/$personId"
              params={{ personId: session.personId }}
            >
              {title}
            </Link>
          )}
        </span>
        <span className={classes['dim']}>
          {moment(startedAt ?? scheduledAt)}
          {session.skipReason !== null && (
            <>
              {' · '}
              <Name>{session.skipReason}</Name>
            </>
          )}
          {note}
        </span>
      </span>
      <span className={classes['tools']}>
        <StatusBadge tone={isLate ? 'critical' : status === 'completed' ? 'good' : 'quiet'}>
          {t(isLate ? 'status.late' : `status.${status}`)}
        </StatusBadge>
        {!isStarted && <SessionMenu session={session} onReplan={onReplan} />}
      </span>
    </li>
  );
}

function SessionMenu({ session, onReplan }: Pick<SessionLineProps, 'session' | 'onReplan'>) {
  const { t } = useTranslation('coaching');
  const [skip, setSkip] = useState<SkipWay | null>(null);
  const remove = useMutation(api.coaching.removeSession.mutationOptions());
  const { status, personName } = session;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('session.moreOf', { name: personName })}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconEdit size={16} />} onClick={onReplan}>
            {t('session.replan')}
          </Menu.Item>
          {status !== 'excused' && (
            <Menu.Item
              leftSection={<IconCalendarOff size={16} />}
              onClick={() => setSkip('excuse')}
            >
              {t('session.excuse')}
            </Menu.Item>
          )}
          {status !== 'missed' && (
            <Menu.Item leftSection={<IconCalendarX size={16} />} onClick={() => setSkip('miss')}>
              {t('session.miss')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconTrash size={16} />}
            onClick={() => remove.mutate({ sessionId: session.id })}
          >
            {t('session.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {skip !== null && <SkipDialog way={skip} session={session} onClose={() => setSkip(null)} />}
    </>
  );
}
