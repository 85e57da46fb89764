import { useTranslation } from 'react-i18next';
import classes from './route-pending.module.css';

/** Shown only when a page takes longer than a blink: a line at the top, nothing jumps. */
export function RoutePending() {
  const { t } = useTranslation('shell');
  return (
    <div className={classes['root']} role="status">
      <span className={classes['bar']} />
      <span className={classes['label']}>{t('connection.connecting')}</span>
    </div>
  );
}
