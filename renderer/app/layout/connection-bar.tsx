import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConnectionState } from '#renderer/api/client.ts';
import classes from './bar.module.css';

export function ConnectionBar() {
  const { t } = useTranslation('shell');
  if (useConnectionState() !== 'lost') return null;
  return (
    <div className={classes['root']} data-kind="warning" role="alert">
      <IconPlugConnectedX size={16} aria-hidden />
      <span>{t('connection.lost')}</span>
    </div>
  );
}
