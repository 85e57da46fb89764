import { ActionIcon, Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMoment } from '#renderer/api/use-moment.ts';
import { RecordLink } from '#renderer/components/record-link.tsx';
import { RhythmBadge } from '#renderer/components/rhythm-badge.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { CoverageRow } from '#shared/contract/coaching-sessions.ts';
import classes from './place.module.css';

/** One person: how long ago, what is planned, what is prepared and owed. */
export function CoverageLine({ row, onPlan }: { row: CoverageRow; onPlan(): void }) {
  const { t } = useTranslation('coaching');
  const { person, cadence } = row;
  const note = [person.roleTitle, person.level].filter(Boolean).join(' ');
  return (
    <li className={classes['line']}>
      <span className={classes['two']}>
        <RecordLink kind="person" id={person.id}>
          <Name>{person.name}</Name>
        </RecordLink>
        <span className={classes['dim']}>
          <Name>{note}</Name>
        </span>
      </span>
      <span>
        <RhythmBadge rhythm={{ ...cadence, lastOn: row.lastOn }} />
      </span>
      <NextSession row={row} />
      <span className={classes['tools']}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('place.planWith', { name: person.name })}
          title={t(row.next === null ? 'session.plan' : 'session.replan')}
          onClick={onPlan}
        >
          <IconCalendarPlus size={18} aria-hidden />
        </ActionIcon>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('place.briefOf', { name: person.name })}
          renderRoot={(props) => (
            <Link to="/coaching/prep/$personId" params={{ personId: person.id }} {...props} />
          )}
        >
          {t('place.brief')}
        </Button>
      </span>
    </li>
  );
}

function NextSession({ row }: { row: CoverageRow }) {
  const { t } = useTranslation('coaching');
  const moment = useMoment();
  const { next, running, preparedPoints, overdueCommitments, openCommitments } = row;
  return (
    <span className={classes['next']}>
      <span>
        {running !== null && (
          <Link
            className={classes['link'] ?? ''}
            to="/coaching/sessions/$sessionId"
            params={{ sessionId: running.id }}
          >
            {t('status.in_progress')}
          </Link>
        )}
        {running === null && next !== null && moment(next.scheduledAt)}
        {running === null && next === null && (
          <span className={classes['dim']}>{t('place.notPlanned')}</span>
        )}
      </span>
      <span>
        <span className={classes['dim']}>
          {preparedPoints > 0 && t('place.prepared', { count: preparedPoints })}
          {preparedPoints === 0 &&
            openCommitments > 0 &&
            t('place.openCommitments', { count: openCommitments })}
        </span>
        {overdueCommitments > 0 && (
          <span className={classes['late']}>
            {' '}
            {t('place.overdueCommitments', { count: overdueCommitments })}
          </span>
        )}
      </span>
    </span>
  );
}
