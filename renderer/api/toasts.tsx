import { Button } from '@mantine/core';
import { type NotificationData, notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeEvent, UndoStep } from '#shared/contract/events.ts';
import { failureText, toFailure } from './failure.ts';
import { i18n } from './i18n.ts';
import classes from './toasts.module.css';

const noticeMs = 10_000;
const failureMs = 15_000;
/** One place for what was done last: an older toast could only undo the newest step. */
const stepToast = 'step';

/** A quiet line at the edge. */
export function showNotice(message: ReactNode): void {
  show({ message, autoClose: noticeMs });
}

export type Travel = { undo(): void; redo(): void };

/** What was just done, taken back or done again; replaces the one before. */
export function showStep(step: UndoStep, cause: ChangeEvent['cause'], travel: Travel): void {
  notifications.hide(stepToast);
  show({
    id: stepToast,
    message: <StepMessage step={step} cause={cause} travel={travel} />,
    autoClose: afresh(noticeMs),
    'data-kind': 'step',
  });
}

/** Says what went wrong, once, however many calls failed of it. */
export function showFailure(error: unknown): void {
  const id = `failure-${toFailure(error).code}`;
  notifications.hide(id);
  show({
    id,
    message: failureText(error),
    color: 'red',
    autoClose: afresh(failureMs),
    role: 'alert',
    'data-kind': 'failure',
  });
}

let isOdd = false;

/** A toast in the place of another gets its whole time: the kit counts anew for another time only. */
function afresh(ms: number): number {
  isOdd = !isOdd;
  return isOdd ? ms + 1 : ms;
}

function show(notification: NotificationData): void {
  notifications.show({
    className: classes['root'] ?? '',
    closeButtonProps: { 'aria-label': i18n.t('common:close') },
    ...notification,
  });
}

type StepMessageProps = { step: UndoStep; cause: ChangeEvent['cause']; travel: Travel };

function StepMessage({ step, cause, travel }: StepMessageProps) {
  const { t } = useTranslation('shell');
  const text = useStepText()(step);
  const isUndo = cause === 'undo';
  const message = isUndo ? t('undone', { text }) : cause === 'redo' ? t('redone', { text }) : text;
  const act = () => {
    notifications.hide(stepToast);
    if (isUndo) travel.redo();
    else travel.undo();
  };
  return (
    <span className={classes['body']}>
      <span>{message}</span>
      <Button variant="subtle" size="compact-sm" onClick={act}>
        {isUndo ? t('redo') : t('undo')}
      </Button>
    </span>
  );
}

/** A step in words: `<slug>:undo.<verb>` filled with its details. */
export function useStepText(): (step: Pick<UndoStep, 'command' | 'details'>) => string {
  const translation = useTranslation();
  const t = translation.t as unknown as (key: string, values: object) => string; // the key is made up at run time
  return ({ command, details }) => {
    const [slug = '', verb = ''] = command.split('.');
    return t(`${slug}:undo.${verb}`, details);
  };
}
