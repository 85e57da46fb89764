import { useTranslation } from 'react-i18next';
import { Private } from '#renderer/components/privacy/private.tsx';
import { LongText } from '#renderer/components/text/long-text.tsx';
import type { Person } from '#shared/contract/person-records.ts';
import classes from './person-page.module.css';

/** The manager's own note: out of focus until it is looked at, gone while presenting. */
export function PrivateStrip({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  return (
    <section className={classes['private']} aria-label={t('private.title')}>
      <Private>
        <p className={classes['hint']}>{t('private.hint')}</p>
        <div className={classes['blurred']}>
          <LongText
            table="person"
            id={person.id}
            field="private_note"
            label={t('private.title')}
            saved={person.privateNote}
            visibility="private"
          />
        </div>
      </Private>
    </section>
  );
}
