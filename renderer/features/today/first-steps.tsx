import { Button } from '@mantine/core';
import {
  IconCheck,
  IconTableImport,
  IconTargetArrow,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Today } from '#shared/contract/today.ts';
import classes from './today.module.css';

/** True while there is nobody to coach or nothing to sell. */
export function isFresh({ hasDeals, quarter }: Today): boolean {
  return !hasDeals || quarter.peopleIds.length === 0;
}

/** What to do first in a workspace that cannot say much yet. */
export function FirstSteps({ data }: { data: Today }) {
  const { t } = useTranslation('today');
  const hasPeople = data.quarter.peopleIds.length > 0;
  return (
    <section className={classes['steps']} aria-label={t('first.title')}>
      <h2>{t('first.title')}</h2>
      <p>{t('first.body')}</p>
      <ul className={classes['list']}>
        <Step icon={IconTableImport} name="import" isDone={data.hasDeals && hasPeople}>
          <Button renderRoot={(props) => <Link to="/imports" {...props} />}>
            {t('first.import.go')}
          </Button>
        </Step>
        <Step icon={IconUsers} name="people" isDone={hasPeople}>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/team" search={{}} {...props} />}
          >
            {t('first.people.go')}
          </Button>
        </Step>
        <Step icon={IconTargetArrow} name="deals" isDone={data.hasDeals}>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/deals" search={{}} {...props} />}
          >
            {t('first.deals.go')}
          </Button>
        </Step>
      </ul>
    </section>
  );
}

type StepProps = {
  icon: TablerIcon;
  name: 'import' | 'people' | 'deals';
  isDone: boolean;
  children: ReactNode;
};

function Step({ icon: Icon, name, isDone, children }: StepProps) {
  const { t } = useTranslation('today');
  return (
    <li className={classes['step']} data-line>
      {isDone ? (
        <IconCheck size={20} role="img" aria-label={t('first.done')} />
      ) : (
        <Icon size={20} stroke={1.6} aria-hidden />
      )}
      <div>
        <strong>{t(`first.${name}.title`)}</strong>
        <p>{t(`first.${name}.body`)}</p>
      </div>
      {children}
    </li>
  );
}
