import { Button } from '@mantine/core';
import { IconAlertTriangle, IconMessages } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMoment } from '#renderer/api/use-moment.ts';
import { RecordLink } from '#renderer/components/record-link.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { CoverageRow } from '#shared/contract/coaching.ts';
import type { Today } from '#shared/contract/today.ts';
import { Line } from './line.tsx';
import classes from './today.module.css';

type WeekPartProps = { people: Today['people']; coverage: Today['coverage']; asOf: string };

/** This week's one-on-ones with how far each is prepared; then who has waited too long. */
export function WeekPart({ people, coverage }: WeekPartProps) {
  const { t } = useTranslation('today');
  return (
    <section className={classes['part']} aria-label={t('week.title')}>
      <div className={classes['head']}>
        <h2>{t('week.title')}</h2>
        <span className={classes['dim']}>
          {t('week.coverage', { part: coverage.part, whole: coverage.whole })}
        </span>
      </div>
      {people.length === 0 && <p className={classes['none']}>{t('week.none')}</p>}
      <ul className={classes['list']}>
        {people.map((row) => (
          <PersonLine key={row.person.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function PersonLine({ row }: { row: CoverageRow }) {
  const { t } = useTranslation(['today', 'coaching']);
  const moment = useMoment();
  const { person, next, cadence, preparedPoints, overdueCommitments } = row;
  const isWaiting = cadence.status === 'overdue' || cadence.status === 'neglected';
  return (
    <Line
      icon={isWaiting ? IconAlertTriangle : IconMessages}
      {...(isWaiting ? { tone: 'critical' } : {})}
      action={
        <Button
          data-act
          size="compact-sm"
          variant="subtle"
          aria-label={t('coaching:place.briefOf', { name: person.name })}
          renderRoot={(props) => (
            <Link to="/coaching/prep/$personId" params={{ personId: person.id }} {...props} />
          )}
        >
          {t('coaching:place.brief')}
        </Button>
      }
    >
      <RecordLink kind="person" id={person.id}>
        <Name>{person.name}</Name>
      </RecordLink>{' '}
      {next !== null && <span>{moment(next.scheduledAt)}</span>}{' '}
      {isWaiting && (
        <span className={classes['late']}>
          {t('today:week.waiting', { count: cadence.daysSince ?? 0, every: cadence.everyDays })}
        </span>
      )}
      <div className={classes['dim']}>
        {preparedPoints > 0
          ? t('coaching:place.prepared', { count: preparedPoints })
          : t('today:week.briefReady')}
        {overdueCommitments > 0 && (
          <span className={classes['late']}>
            {' '}
            {t('today:week.overdue', { count: overdueCommitments })}
          </span>
        )}
      </div>
    </Line>
  );
}
