import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import type { Backup, BackupStatus } from '#shared/contract/backups.ts';
import classes from './backup-bar.module.css';
import { useBackupWords } from './use-backup-words.ts';
import { useCreateBackup } from './use-create-backup.ts';

/** A failed or missing backup is looked at again this often, also when nothing tells of it. */
const everyMs = 60_000;

/** Stays above every page while the data is not safe: loud, because nobody looks for it. */
export function BackupBar() {
  const { data } = useQuery(
    api.backups.listBackups.queryOptions({ refetchInterval: everyMs, staleTime: 0 }),
  );
  if (data === undefined) return null;
  const { status, backups } = data;
  if (status.failure !== null || status.isLate) {
    return <FailureBar status={status} newest={backups[0]} />;
  }
  const shrunk = backups.find((backup) => backup.shrunkFrom !== null);
  return shrunk ? <ShrunkBar backup={shrunk} /> : null;
}

function FailureBar({ status, newest }: { status: BackupStatus; newest: Backup | undefined }) {
  const { t } = useTranslation('backups');
  const words = useBackupWords();
  const create = useCreateBackup();
  const { failure } = status;
  return (
    <Bar kind={status.isLate || newest === undefined ? 'critical' : 'warning'}>
      <span className={classes['words']}>
        <span>{failure ? t(`bar.failed.${failure.cause}`) : t('bar.late')}</span>
        <span>{newest ? t('bar.lastGood', { age: words.age(newest) }) : t('bar.neverGood')}</span>
      </span>
      <Button
        size="compact-xs"
        variant="default"
        loading={create.isPending}
        onClick={() => create.mutate({})}
      >
        {t('bar.retry')}
      </Button>
    </Bar>
  );
}

function ShrunkBar({ backup }: { backup: Backup }) {
  const { t } = useTranslation('backups');
  const words = useBackupWords();
  const queries = useQueryClient();
  const accept = useMutation(
    api.backups.acceptShrunkBackup.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.backups.listBackups.queryKey() }),
    }),
  );
  const before = words.number(backup.shrunkFrom?.records ?? 0);
  return (
    <Bar kind="warning">
      <span className={classes['words']}>
        {t('bar.shrunk', { before, after: words.number(backup.records) })}
      </span>
      <Button size="compact-xs" variant="default" component="a" href="#/settings?tab=backups">
        {t('bar.look')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        loading={accept.isPending}
        onClick={() => accept.mutate({ seq: backup.seq })}
      >
        {t('bar.accept')}
      </Button>
    </Bar>
  );
}

function Bar({ kind, children }: { kind: 'warning' | 'critical'; children: ReactNode }) {
  const { t } = useTranslation('backups');
  return (
    <section className={classes['root']} data-kind={kind} aria-label={t('bar.label')}>
      <IconAlertTriangle size={16} aria-hidden />
      {children}
    </section>
  );
}
