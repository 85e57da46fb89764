import { Button, Group, Modal, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import type { RequiredField } from '#shared/contract/deal-pipelines.ts';
import { type DealDraft, DealField } from './fields/deal-field.tsx';
import { useDealFilter } from './use-deal-search.ts';
import { useStages } from './use-stages.ts';

export type NewDealDialogProps = {
  isOpen: boolean;
  onClose(): void;
  onAdded(id: string): void;
};

const asked: readonly RequiredField[] = [
  'account',
  'owner',
  'amount',
  'expectedClose',
  'product',
  'source',
  'nextStep',
  'nextStepOn',
];

/** A new deal: only its name is needed; what is known goes beside it. */
export function NewDealDialog(props: NewDealDialogProps) {
  const { t } = useTranslation('deals');
  return (
    <Modal opened={props.isOpen} onClose={props.onClose} title={t('new.title')} size="lg">
      <NewDealForm {...props} />
    </Modal>
  );
}

function NewDealForm({ onClose, onAdded }: NewDealDialogProps) {
  const { t } = useTranslation(['deals', 'common']);
  const [filter] = useDealFilter();
  const { all } = useStages();
  const open = all.filter(({ type, pipelineId }) => {
    return type === 'open' && (filter.pipelineId ?? pipelineId) === pipelineId;
  });
  const [owner] = filter.ownerIds ?? [];
  const [draft, setDraft] = useState<DealDraft>(
    owner === undefined || owner === 'none' ? {} : { ownerId: owner },
  );
  const [stageId, setStageId] = useState(open[0]?.id ?? '');
  const [isRefused, setRefused] = useState(false);
  const create = useMutation(api.deals.createDeal.mutationOptions());
  const change = (changes: DealDraft) => setDraft((before) => ({ ...before, ...changes }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const name = draft.name?.trim() ?? '';
    setRefused(name === '');
    if (name === '') return;
    const { id } = await create.mutateAsync({ ...draft, name, stageId });
    onClose();
    onAdded(id);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label={t('deals:field.name')}
          maxLength={300}
          error={isRefused ? t('deals:new.needName') : undefined}
          value={draft.name ?? ''}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
          {asked.map((field) => (
            <DealField key={field} field={field} draft={draft} onChange={change} />
          ))}
          <Select
            label={t('deals:field.stage')}
            value={stageId}
            data={open.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(chosen) => setStageId(chosen ?? stageId)}
          />
        </SimpleGrid>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('deals:new.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
