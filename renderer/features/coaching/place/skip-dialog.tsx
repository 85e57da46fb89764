import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import type { CoachingSession } from '#shared/contract/coaching-sessions.ts';

export type SkipWay = 'excuse' | 'miss';

export type SkipDialogProps = { way: SkipWay; session: CoachingSession; onClose(): void };

/** Why a session did not take place; excused ones leave the count of completed sessions. */
export function SkipDialog({ way, session, onClose }: SkipDialogProps) {
  const { t } = useTranslation(['coaching', 'common']);
  const [reason, setReason] = useState('');
  const options = { onSuccess: onClose };
  const excuse = useMutation(api.coaching.excuseSession.mutationOptions(options));
  const miss = useMutation(api.coaching.missSession.mutationOptions(options));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    (way === 'excuse' ? excuse : miss).mutate({ sessionId: session.id, reason });
  };
  return (
    <Modal opened onClose={onClose} title={t(`coaching:skip.${way}`, { name: session.personName })}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            data-autofocus
            label={t('coaching:skip.reason')}
            description={t(`coaching:skip.hint.${way}`)}
            value={reason}
            maxLength={300}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={reason.trim() === ''}>
              {t(`coaching:session.${way}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
