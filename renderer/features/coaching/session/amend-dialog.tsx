import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';

/** Why a session that was closed for writing is opened again. */
export function AmendDialog({ sessionId, onClose }: { sessionId: string; onClose(): void }) {
  const { t } = useTranslation(['coaching', 'common']);
  const [reason, setReason] = useState('');
  const amend = useMutation(api.coaching.amendSession.mutationOptions({ onSuccess: onClose }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') amend.mutate({ sessionId, reason });
  };
  return (
    <Modal opened onClose={onClose} title={t('coaching:session.amend')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            data-autofocus
            label={t('coaching:amend.reason')}
            description={t('coaching:amend.hint')}
            value={reason}
            maxLength={300}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={reason.trim() === ''} loading={amend.isPending}>
              {t('coaching:session.amend')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
