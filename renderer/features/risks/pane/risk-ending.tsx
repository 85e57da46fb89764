import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import type { RiskDetail } from '#shared/contract/risks.ts';
import { useRiskSearch } from '../use-risk-search.ts';

/** Closing with a reason, reopening, deleting: all can be taken back. */
export function RiskEnding({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation('risks');
  const [, change] = useRiskSearch();
  const reopen = useMutation(api.risks.reopenRisk.mutationOptions());
  const remove = useMutation(
    api.risks.deleteRisk.mutationOptions({ onSuccess: () => change({ risk: undefined }) }),
  );
  return (
    <Group mt="md">
      {risk.status === 'closed' ? (
        <Button variant="default" onClick={() => reopen.mutate({ id: risk.id })}>
          {t('reopen')}
        </Button>
      ) : (
        <CloseRisk id={risk.id} />
      )}
      <Button variant="subtle" color="red" onClick={() => remove.mutate({ id: risk.id })}>
        {t('delete')}
      </Button>
    </Group>
  );
}

function CloseRisk({ id }: { id: string }) {
  const { t } = useTranslation('risks');
  const [reason, setReason] = useState('');
  const close = useMutation(api.risks.closeRisk.mutationOptions());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') close.mutate({ id, reason });
  };
  return (
    <Popover position="top-start" width={320} shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default">{t('close.do')}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('close.do')}>
        <form onSubmit={submit}>
          <Stack gap="xs">
            <TextInput
              label={t('close.reason')}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            <Button type="submit" disabled={reason.trim() === ''} loading={close.isPending}>
              {t('close.save')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
