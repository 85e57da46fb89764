import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { showNotice } from '#renderer/api/toasts.tsx';

/** Makes a backup and says so; the list follows at once. */
export function useCreateBackup() {
  const { t } = useTranslation('backups');
  const queries = useQueryClient();
  return useMutation(
    api.backups.createBackup.mutationOptions({
      onSuccess: () => showNotice(t('created')),
      onSettled: () => queries.invalidateQueries({ queryKey: api.backups.listBackups.queryKey() }),
    }),
  );
}
