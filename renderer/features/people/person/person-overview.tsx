import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { PersonPage } from '#shared/contract/people.ts';
import { HealthMarks } from '../health-marks.tsx';
import { ActivityTrends } from './activity-trends.tsx';
import { PersonNumbers } from './person-numbers.tsx';
import classes from './person-page.module.css';
import { Timeline } from './timeline.tsx';

export function PersonOverview({ page, risks }: { page: PersonPage; risks: ReactNode }) {
  const { t } = useTranslation('people');
  return (
    <>
      <section className={classes['section']}>
        <h2>{t('section.numbers', { quarter: page.quarter.index, year: page.quarter.year })}</h2>
        <PersonNumbers page={page} />
      </section>
      <div className={classes['columns']}>
        <section className={classes['section']}>
          <h2>{t('section.activity')}</h2>
          <ActivityTrends activity={page.activity} />
          <h2 className={classes['second']}>{t('section.risks')}</h2>
          {risks}
        </section>
        <section className={classes['section']}>
          <h2>{t('section.health')}</h2>
          <HealthMarks health={page.health} ownerId={page.person.id} />
          <FollowThrough page={page} />
        </section>
      </div>
      <section className={classes['section']}>
        <h2>{t('section.timeline')}</h2>
        <Timeline personId={page.person.id} />
      </section>
    </>
  );
}

function FollowThrough({ page }: { page: PersonPage }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const { days, rep, manager } = page.followThrough;
  const shown = ({ part, whole, bp }: typeof rep) =>
    bp === null
      ? t('followThrough.none')
      : t('followThrough.share', { share: format.percent(bp / 10_000), part, whole });
  return (
    <ul className={classes['rows']} style={{ marginTop: 12 }}>
      <li>{t('followThrough.rep', { days, share: shown(rep) })}</li>
      <li>{t('followThrough.manager', { days, share: shown(manager) })}</li>
    </ul>
  );
}
