import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCalendarPlus, IconMessages } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoment } from '#renderer/api/use-moment.ts';
import { usePresentation } from '#renderer/components/privacy/presentation.tsx';
import { Private } from '#renderer/components/privacy/private.tsx';
import { RecordLink } from '#renderer/components/record-link.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { CoverageRow } from '#shared/contract/coaching-sessions.ts';
import type { Today } from '#shared/contract/today.ts';
import { Line } from './line.tsx';
import { MoreLines } from './more-lines.tsx';
import classes from './today.module.css';
import { useTodaySlots } from './today-slots.tsx';

type WeekPartProps = Pick<Today, 'people' | 'coverage'>;

/** This week's one-on-ones with how far each is prepared; then who has waited too long. */
export function WeekPart({ people, coverage }: WeekPartProps) {
  const { t } = useTranslation('today');
  const { planSession } = useTodaySlots();
  const [planned, setPlanned] = useState<CoverageRow['person'] | null>(null);
  return (
    <section className={classes['part']} aria-label={t('week.title')}>
      <div className={classes['head']}>
        <h2>{t('week.title')}</h2>
        {coverage.whole > 0 && (
          <Link className={`${classes['link']} ${classes['dim']}`} to="/coaching" search={{}}>
            {t('week.coverage', { part: coverage.part, whole: coverage.whole })}
          </Link>
        )}
      </div>
      {people.length === 0 && <p className={classes['none']}>{t('week.none')}</p>}
      <ul className={classes['list']}>
        <MoreLines
          list={{ items: people, more: 0 }}
          first={10}
          render={(row) => (
            <PersonLine key={row.person.id} row={row} onPlan={() => setPlanned(row.person)} />
          )}
        />
      </ul>
      {planned !== null && planSession(planned, () => setPlanned(null))}
    </section>
  );
}

function PersonLine({ row, onPlan }: { row: CoverageRow; onPlan(): void }) {
  const { t } = useTranslation(['today', 'coaching']);
  const moment = useMoment();
  const { person, next, cadence } = row;
  const { isPresenting } = usePresentation();
  const isLate = cadence.status === 'overdue' || cadence.status === 'neglected';
  const isWaiting = isLate && !isPresenting;
  return (
    <Line
      icon={isWaiting ? IconAlertTriangle : IconMessages}
      {...(isWaiting ? { tone: 'critical' } : {})}
      action={next === null ? <Plan name={person.name} onPlan={onPlan} /> : <Brief {...row} />}
    >
      <span className={classes['who']}>
        <RecordLink kind="person" id={person.id}>
          <Name>{person.name}</Name>
        </RecordLink>
      </span>{' '}
      {next !== null && <span>{moment(next.scheduledAt)}</span>}
      <Private isSilent>
        <div className={classes['dim']}>
          <Preparation row={row} />
          {isWaiting && (
            <span className={classes['late']}>
              {' · '}
              {t('today:week.waiting', { count: cadence.daysSince ?? 0, every: cadence.everyDays })}
            </span>
          )}
        </div>
      </Private>
    </Line>
  );
}

function Preparation({ row }: { row: CoverageRow }) {
  const { t } = useTranslation(['today', 'coaching']);
  const { next, preparedPoints, overdueCommitments } = row;
  return (
    <>
      {preparedPoints > 0
        ? t('coaching:place.prepared', { count: preparedPoints })
        : t(next === null ? 'today:week.unplanned' : 'today:week.briefReady')}
      {overdueCommitments > 0 && (
        <span className={classes['late']}>
          {' · '}
          {t('today:week.overdue', { count: overdueCommitments })}
        </span>
      )}
    </>
  );
}

function Brief({ person }: Pick<CoverageRow, 'person'>) {
  const { t } = useTranslation('coaching');
  return (
    <Button
      data-act
      size="compact-sm"
      variant="subtle"
      aria-label={t('place.briefOf', { name: person.name })}
      renderRoot={(props) => (
        <Link to="/coaching/prep/$personId" params={{ personId: person.id }} {...props} />
      )}
    >
      {t('place.brief')}
    </Button>
  );
}

function Plan({ name, onPlan }: { name: string; onPlan(): void }) {
  const { t } = useTranslation(['today', 'coaching']);
  return (
    <Button
      data-act
      size="compact-sm"
      variant="subtle"
      leftSection={<IconCalendarPlus size={14} aria-hidden />}
      aria-label={t('coaching:place.planWith', { name })}
      onClick={onPlan}
    >
      {t('today:week.plan')}
    </Button>
  );
}
