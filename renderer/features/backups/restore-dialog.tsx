import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { switchWorkspace } from '#renderer/api/switch-workspace.ts';
import { showNotice } from '#renderer/api/toasts.tsx';
import type { Backup } from '#shared/contract/backups.ts';
import { useBackupWords } from './use-backup-words.ts';

export type RestoreDialogProps = { backup: Backup | null; onClose(): void };

/** Says what a restore does before it is done, and how it is taken back. */
export function RestoreDialog({ backup, onClose }: RestoreDialogProps) {
  const { t } = useTranslation(['backups', 'common']);
  const words = useBackupWords();
  return (
    <Modal
      opened={backup !== null}
      onClose={onClose}
      title={backup && t('dialog.title', { when: words.when(backup) })}
    >
      {backup && <RestoreForm backup={backup} onClose={onClose} />}
    </Modal>
  );
}

function RestoreForm({ backup, onClose }: { backup: Backup; onClose(): void }) {
  const { t } = useTranslation(['backups', 'common']);
  const words = useBackupWords();
  const { data: status } = useQuery(api.workspace.getStatus.queryOptions());
  const when = words.when(backup);
  const restore = useMutation(
    api.backups.restoreBackup.mutationOptions({
      async onSuccess() {
        onClose();
        await switchWorkspace();
        showNotice(t('dialog.done', { when }));
      },
    }),
  );
  const facts = { when, age: words.age(backup), records: words.number(backup.records) };
  return (
    <Stack>
      <Text>{t('dialog.then', facts)}</Text>
      <Text>{t(status?.state === 'open' ? 'dialog.undo' : 'dialog.aside')}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button loading={restore.isPending} onClick={() => restore.mutate({ seq: backup.seq })}>
          {t('dialog.do')}
        </Button>
      </Group>
    </Stack>
  );
}
