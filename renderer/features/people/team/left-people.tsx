import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { Name } from '#renderer/components/text/name.tsx';
import classes from './team-page.module.css';

/** Those who left: their past can still be read. */
export function LeftPeople() {
  const { t } = useTranslation('people');
  const format = useFormat();
  const { data } = useQuery(api.people.listPeople.queryOptions({ input: { includeLeft: true } }));
  const present = useQuery(api.people.listPeople.queryOptions({ input: {} })).data;
  if (data === undefined || present === undefined) return null;
  const here = new Set(present.map(({ id }) => id));
  const left = data.filter(({ id }) => !here.has(id));
  return (
    <section className={classes['left']} aria-label={t('left.title')}>
      <h2>{t('left.title')}</h2>
      {left.length === 0 && <p className={classes['dim']}>{t('left.none')}</p>}
      <ul>
        {left.map(({ id, name, leftOn }) => (
          <li key={id}>
            <Link to="/team/$personId" params={{ personId: id }} search={{}}>
              <Name>{name}</Name>
            </Link>{' '}
            {leftOn !== null && (
              <span className={classes['dim']}>{t('left.on', { on: format.date(leftOn) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
