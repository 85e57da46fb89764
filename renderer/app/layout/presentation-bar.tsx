import { Button } from '@mantine/core';
import { IconPresentation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePresentation } from '#renderer/components/privacy/presentation.tsx';
import classes from './bar.module.css';

/** Shows that private things are hidden, for as long as they are. */
export function PresentationBar() {
  const { t } = useTranslation('shell');
  const { isPresenting, toggle } = usePresentation();
  if (!isPresenting) return null;
  return (
    <div className={classes['root']} data-kind="presentation" role="status">
      <IconPresentation size={16} aria-hidden />
      <span>{t('presentation.on')}</span>
      <Button size="compact-xs" variant="default" onClick={toggle}>
        {t('presentation.end')}
      </Button>
    </div>
  );
}
