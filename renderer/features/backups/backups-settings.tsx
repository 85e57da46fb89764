import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { BackupList } from './backup-list.tsx';
import classes from './backups-settings.module.css';
import { useBackupWords } from './use-backup-words.ts';
import { useCreateBackup } from './use-create-backup.ts';

/** How the data is kept safe: the last backup, a new one now, and the way back to any of them. */
export function BackupsSettings() {
  const { t } = useTranslation('backups');
  const words = useBackupWords();
  const { data } = useQuery(api.backups.listBackups.queryOptions());
  const openFolder = useMutation(api.workspace.openDataFolder.mutationOptions());
  const create = useCreateBackup();
  if (data === undefined) return null;
  const { backups, status } = data;
  const [newest] = backups;
  return (
    <div className={classes['root']}>
      <p className={classes['explain']}>{t('explain')}</p>
      <p className={classes['explain']}>{t('kept')}</p>
      <Group my="md">
        {status.isKept && (
          <Button loading={create.isPending} onClick={() => create.mutate({})}>
            {t('create')}
          </Button>
        )}
        <Button variant="default" onClick={() => openFolder.mutate({})}>
          {t('openFolder')}
        </Button>
        {newest && <Text c="dimmed">{t('last', { age: words.age(newest) })}</Text>}
      </Group>
      {status.isKept && newest === undefined && <Text c="dimmed">{t('none')}</Text>}
      {!status.isKept && <Text c="dimmed">{t('sample')}</Text>}
      {newest && <BackupList />}
    </div>
  );
}
