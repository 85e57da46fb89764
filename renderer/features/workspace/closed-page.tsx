import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { startAgain, switchWorkspace } from '#renderer/api/switch-workspace.ts';
import { showNotice } from '#renderer/api/toasts.tsx';
import { PlainPage } from '#renderer/components/plain-page.tsx';
import type { ClosedReason, WorkspaceStatus } from '#shared/contract/workspace.ts';
import classes from './closed-page.module.css';

export type ClosedStatus = Extract<WorkspaceStatus, { state: 'closed' }>;

/** What passes when something outside the app changes. */
const passing: readonly ClosedReason[] = ['in_use', 'disk_full', 'read_only', 'missing', 'failed'];
/** Where an earlier copy helps. */
const restorable: readonly ClosedReason[] = [
  'damaged',
  'missing',
  'newer',
  'foreign',
  'key_wrong',
  'failed',
];

export type ClosedPageProps = {
  status: ClosedStatus;
  /** The backups to choose from, shown where one can help. */
  restore: ReactNode;
};

/** Why the file was not opened, in plain words, and the ways out. None of them deletes it. */
export function ClosedPage({ status, restore }: ClosedPageProps) {
  const { t } = useTranslation('workspace');
  const { reason, kind, ...facts } = status;
  return (
    <PlainPage title={t(`closed.${reason}.title`)} body={t(`closed.${reason}.body`, facts)}>
      <div className={classes['ways']}>
        {passing.includes(reason) && <TryAgain />}
        {kind === 'sample' && <LeaveSample />}
        <OpenFolder />
      </div>
      {kind === 'own' && restorable.includes(reason) && (
        <div className={classes['restore']}>{restore}</div>
      )}
      <p className={classes['hint']}>{t('closed.untouched')}</p>
    </PlainPage>
  );
}

function TryAgain() {
  const { t } = useTranslation('workspace');
  const reopen = useMutation(
    api.workspace.reopen.mutationOptions({
      async onSuccess({ state }) {
        if (state === 'closed') showNotice(t('closed.still'));
        await startAgain();
      },
    }),
  );
  return (
    <Button loading={reopen.isPending} onClick={() => reopen.mutate({})}>
      {t('closed.tryAgain')}
    </Button>
  );
}

function LeaveSample() {
  const { t } = useTranslation('workspace');
  const leave = useMutation(
    api.workspace.leaveSample.mutationOptions({ onSuccess: switchWorkspace }),
  );
  return (
    <Button loading={leave.isPending} onClick={() => leave.mutate({})}>
      {t('closed.leaveSample')}
    </Button>
  );
}

function OpenFolder() {
  const { t } = useTranslation('workspace');
  const open = useMutation(api.workspace.openDataFolder.mutationOptions());
  return (
    <Button variant="default" onClick={() => open.mutate({})}>
      {t('closed.openFolder')}
    </Button>
  );
}
