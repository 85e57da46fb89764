import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/api/use-settings.ts';
import { keyCaps } from '#renderer/components/keyboard/shortcut.ts';
import { Name } from '#renderer/components/text/name.tsx';
import { useFrame } from '../frame-state.tsx';
import { type Place, places } from '../places.ts';
import classes from './rail.module.css';

/** The places of the app, down the left edge. */
export function Rail() {
  const { t } = useTranslation('shell');
  const { show } = useFrame();
  const { teamName } = useSettings();
  return (
    <nav className={classes['root']} aria-label={t('rail.label')}>
      <div className={classes['name']}>
        {teamName === '' ? t('appName') : <Name>{teamName}</Name>}
      </div>
      <button type="button" className={classes['search']} onClick={() => show('palette')}>
        <IconSearch size={16} stroke={1.6} aria-hidden />
        {t('rail.search')}
        <kbd>{keyCaps({ keys: 'mod+k' }).join(' ')}</kbd>
      </button>
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
