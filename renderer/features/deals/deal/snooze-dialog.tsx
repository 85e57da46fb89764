import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';

const usualDays = 14;

export type SnoozeDialogProps = { deal: { id: string; name: string }; onClose(): void };

/** Puts the warnings of a deal aside for a while; why is kept with it. */
export function SnoozeDialog({ deal, onClose }: SnoozeDialogProps) {
  const { t } = useTranslation(['deals', 'common']);
  const snooze = useMutation(api.deals.snoozeDeal.mutationOptions({ onSuccess: onClose }));
  const [untilOn, setUntilOn] = useState(dayjs().add(usualDays, 'day').format('YYYY-MM-DD'));
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    snooze.mutate({ id: deal.id, snooze: { untilOn, reason: reason.trim() } });
  };
  return (
    <Modal opened onClose={onClose} title={t('deals:snooze.title', { deal: deal.name })}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label={t('deals:snooze.reason')}
            description={t('deals:snooze.reasonHint')}
            maxLength={300}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <DayField
            isClearable={false}
            label={t('deals:snooze.untilOn')}
            value={untilOn}
            onChange={(on) => setUntilOn(on ?? untilOn)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={reason.trim() === ''} loading={snooze.isPending}>
              {t('deals:snooze.start')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
