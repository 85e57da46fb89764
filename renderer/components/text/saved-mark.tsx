import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DraftState } from '#renderer/api/autosave/draft.ts';
import classes from './saved-mark.module.css';

/** Says quietly that what was typed is on disk, and plainly when it is not. */
export function SavedMark({ state }: { state: DraftState }) {
  const { t } = useTranslation('common');
  if (state === 'clean') return null;
  const isHeld = state === 'waiting' || state === 'refused';
  const key = state === 'typing' ? 'saving' : state;
  return (
    <span className={classes['root']} data-held={isHeld} role={isHeld ? 'alert' : undefined}>
      {isHeld && <IconAlertTriangle size={13} aria-hidden />}
      {state === 'saved' && <IconCheck size={13} aria-hidden />}
      {t(`autosave.${key}`)}
    </span>
  );
}
