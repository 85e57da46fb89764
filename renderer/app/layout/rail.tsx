import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Place, places } from '../places.ts';
import classes from './rail.module.css';

/** The places of the app, down the left edge. */
export function Rail() {
  const { t } = useTranslation('shell');
  return (
    <nav className={classes['root']} aria-label={t('rail.label')}>
      <div className={classes['name']}>{t('appName')}</div>
      {places.filter((place) => place.isBelow !== true).map(RailLink)}
      <div className={classes['below']} />
      {places.filter((place) => place.isBelow === true).map(RailLink)}
    </nav>
  );
}

function RailLink({ name, to, icon: Icon }: Place) {
  const { t } = useTranslation('shell');
  return (
    <Link key={name} to={to} className={classes['link'] ?? ''}>
      <Icon size={18} stroke={1.6} aria-hidden />
      {t(`places.${name}`)}
    </Link>
  );
}
