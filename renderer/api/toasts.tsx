import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { errorText, toFailure } from './error-text.ts';
import classes from './toasts.module.css';

const noticeMs = 10_000;
const failureMs = 15_000;
/** One place for what was done last: an older toast could only undo the newest step. */
const stepToast = 'step';

export type ToastAction = { label: string; onClick: () => void };

/** A quiet line at the edge, with at most one thing to do about it. */
export function showNotice(message: string, action?: ToastAction): void {
  notifications.show({ message: body(message, action), autoClose: noticeMs });
}

/** What was just done; replaces the one before. */
export function showStep(message: string, action: ToastAction | undefined): void {
  notifications.hide(stepToast);
  notifications.show({ id: stepToast, message: body(message, action), autoClose: noticeMs });
}

/** Says what went wrong, once, however many calls failed of it. */
export function showFailure(error: unknown): void {
  const id = `failure-${toFailure(error).code}`;
  const message = errorText(error);
  notifications.hide(id);
  notifications.show({ id, message, color: 'red', autoClose: failureMs, role: 'alert' });
}

function body(message: string, action: ToastAction | undefined): ReactNode {
  if (action === undefined) return message;
  const onClick = () => {
    notifications.hide(stepToast);
    action.onClick();
  };
  return (
    <span className={classes['body']}>
      <span>{message}</span>
      <Button variant="subtle" size="compact-sm" onClick={onClick}>
        {action.label}
      </Button>
    </span>
  );
}
