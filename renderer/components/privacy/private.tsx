import { IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePresentation } from './presentation.tsx';
import classes from './private.module.css';

export type PrivateProps = {
  children: ReactNode;
  /** Leaves nothing behind instead of a mark: for single words and badges. */
  isSilent?: boolean;
};

/** What only the manager may see. In presentation mode it is not in the page at all. */
export function Private({ children, isSilent = false }: PrivateProps) {
  const { t } = useTranslation('common');
  const { isPresenting } = usePresentation();
  if (!isPresenting) return children;
  if (isSilent) return null;
  return (
    <span className={classes['mark']}>
      <IconEyeOff size={14} aria-hidden />
      {t('privacy.hidden')}
    </span>
  );
}
