import { Button, Table, VisuallyHidden } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { showNotice } from '#renderer/api/toasts.tsx';
import type { Backup } from '#shared/contract/backups.ts';
import classes from './backup-list.module.css';
import { RestoreDialog } from './restore-dialog.tsx';
import { useBackupWords } from './use-backup-words.ts';

/** Every backup that can be trusted, newest first, in the settings and on the page of a closed file. */
export function BackupList() {
  const { t } = useTranslation('backups');
  const { data } = useQuery(api.backups.listBackups.queryOptions());
  const [chosen, choose] = useState<Backup | null>(null);
  if (data === undefined) return null;
  if (data.backups.length === 0) return <p className={classes['none']}>{t('noneClosed')}</p>;
  return (
    <>
      <Table aria-label={t('list')} className={classes['table'] ?? ''} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.when')}</Table.Th>
            <Table.Th>{t('column.reason')}</Table.Th>
            <Table.Th className={classes['figure'] ?? ''}>{t('column.records')}</Table.Th>
            <Table.Th className={classes['figure'] ?? ''}>{t('column.size')}</Table.Th>
            <Table.Th>{t('column.checked')}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t('column.actions')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.backups.map((backup) => (
            <BackupRow key={backup.seq} backup={backup} onRestore={() => choose(backup)} />
          ))}
        </Table.Tbody>
      </Table>
      <RestoreDialog backup={chosen} onClose={() => choose(null)} />
    </>
  );
}

function BackupRow({ backup, onRestore }: { backup: Backup; onRestore(): void }) {
  const { t } = useTranslation('backups');
  const words = useBackupWords();
  const when = words.when(backup);
  return (
    <Table.Tr>
      <Table.Td>
        <span className={classes['when']}>{when}</span>
        <span className={classes['age']}>{words.age(backup)}</span>
      </Table.Td>
      <Table.Td>{t(`reason.${backup.reason}`)}</Table.Td>
      <Table.Td className={classes['figure'] ?? ''}>{words.number(backup.records)}</Table.Td>
      <Table.Td className={classes['figure'] ?? ''}>{words.size(backup)}</Table.Td>
      <Table.Td>
        <span className={classes['checked']}>
          <IconShieldCheck size={16} aria-hidden />
          {t('checked')}
        </span>
      </Table.Td>
      <Table.Td>
        <div className={classes['actions']}>
          <VerifyButton seq={backup.seq} when={when} />
          {backup.canRestore ? (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('restoreOf', { when })}
              onClick={onRestore}
            >
              {t('restore')}
            </Button>
          ) : (
            <span className={classes['age']}>{t('needsNewer')}</span>
          )}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

function VerifyButton({ seq, when }: { seq: number; when: string }) {
  const { t } = useTranslation('backups');
  const verify = useMutation(
    api.backups.verifyBackup.mutationOptions({
      onSuccess: ({ isGood }) => showNotice(t(isGood ? 'good' : 'bad', { when })),
    }),
  );
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-label={t('verifyOf', { when })}
      loading={verify.isPending}
      onClick={() => verify.mutate({ seq })}
    >
      {t('verify')}
    </Button>
  );
}
