import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Figure } from '#renderer/components/figure.tsx';
import type { CoachingSession } from '#shared/contract/coaching-sessions.ts';
import { CoverageLine } from './coverage-line.tsx';
import classes from './place.module.css';
import { PlanDialog, type PlanDialogProps } from './plan-dialog.tsx';
import { SessionLine } from './session-line.tsx';

type Planning = Pick<PlanDialogProps, 'person' | 'session'>;

/** People by how long they have waited; beside them what is planned and what was held. */
export function RhythmPart() {
  const { t } = useTranslation('coaching');
  const format = useFormat();
  const { data } = useSuspenseQuery(api.coaching.getOverview.queryOptions());
  const [planning, setPlanning] = useState<Planning | null>(null);
  if (data.people.length === 0) {
    return (
      <EmptyState icon={IconUsers} title={t('place.empty')} body={t('place.emptyBody')}>
        <Button renderRoot={(props) => <Link to="/team" search={{}} {...props} />}>
          {t('place.toTeam')}
        </Button>
      </EmptyState>
    );
  }
  const replan = (session: CoachingSession) =>
    setPlanning({ person: { id: session.personId, name: session.personName }, session });
  const { bp, part, whole } = data.coverage;
  return (
    <div className={classes['columns']}>
      <section aria-label={t('place.who')}>
        <div className={classes['head']}>
          <h2>{t('place.who')}</h2>
          <Figure
            size="line"
            label={t('place.coverage')}
            value={bp === null ? null : format.percent(bp / 10_000)}
            formula={t('place.coverageFormula')}
            count={whole}
            asOf={data.today}
            note={t('place.coverageOf', { part, whole })}
          />
        </div>
        <ul className={classes['list']}>
          {data.people.map((row) => (
            <CoverageLine
              key={row.person.id}
              row={row}
              onPlan={() => setPlanning({ person: row.person, session: row.next })}
            />
          ))}
        </ul>
      </section>
      <section aria-label={t('place.sessions')}>
        <h2>{t('place.upcoming')}</h2>
        {data.upcoming.length === 0 && <p className={classes['dim']}>{t('place.noneUpcoming')}</p>}
        <ul className={classes['list']}>
          {data.upcoming.map((session) => (
            <SessionLine
              key={session.id}
              session={session}
              asOf={data.asOf}
              onReplan={() => replan(session)}
            />
          ))}
        </ul>
        <h2>{t('place.past')}</h2>
        {data.past.length === 0 && <p className={classes['dim']}>{t('place.nonePast')}</p>}
        <ul className={classes['list']}>
          {data.past.map((session) => (
            <SessionLine
              key={session.id}
              session={session}
              asOf={data.asOf}
              onReplan={() => replan(session)}
            />
          ))}
        </ul>
      </section>
      {planning !== null && <PlanDialog {...planning} onClose={() => setPlanning(null)} />}
    </div>
  );
}
