import { Autocomplete, Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { AmountInput } from '#renderer/components/fields/amount-input.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { type ClosingFacts, lossReason } from '#shared/contract/deal-records.ts';
import type { MoveDeal } from '#shared/contract/deals.ts';
import { useStages } from '../use-stages.ts';
import type { WantedMove } from './move-state.ts';

export type CloseDialogProps = {
  move: WantedMove;
  onCancel(): void;
  onSend(answers: Partial<MoveDeal>): void;
};

type Draft = Partial<ClosingFacts>;

/** Won: when and for how much. Lost: why, to whom, and what to learn. */
export function CloseDialog({ move, onCancel, onSend }: CloseDialogProps) {
  const { t } = useTranslation(['deals', 'common']);
  const { find, nameOf } = useStages();
  const isLost = find(move.toStageId)?.type === 'lost';
  const [draft, setDraft] = useState<Draft>({
    closedOn: dayjs().format('YYYY-MM-DD'),
    amountMinor: move.deal.amountMinor,
  });
  const [isRefused, setRefused] = useState(false);
  const change = (changes: Draft) => setDraft((before) => ({ ...before, ...changes }));
  const needsNote = draft.lossReason === 'other' && (draft.closeNote ?? '').trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isMissing = isLost && (draft.lossReason === undefined || needsNote);
    setRefused(isMissing);
    if (!isMissing) onSend({ closing: draft });
  };
  return (
    <Modal
      opened
      onClose={onCancel}
      title={t('deals:move.title', { deal: move.deal.name, stage: nameOf(move.toStageId) })}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          {isLost && <LossFields draft={draft} change={change} isRefused={isRefused} />}
          <DayField
            isClearable={false}
            label={t('deals:field.closedOn')}
            value={draft.closedOn ?? null}
            onChange={(closedOn) => change(closedOn === null ? {} : { closedOn })}
          />
          {!isLost && (
            <AmountInput
              isLive
              size="sm"
              label={t('deals:field.wonAmount')}
              saved={draft.amountMinor ?? null}
              onCommit={(amountMinor) => change({ amountMinor: amountMinor ?? 0 })}
            />
          )}
          <Textarea
            autosize
            minRows={2}
            label={t(isLost ? 'deals:field.lossNote' : 'deals:field.wonNote')}
            error={isRefused && needsNote ? t('deals:close.needNote') : undefined}
            value={draft.closeNote ?? ''}
            onChange={({ currentTarget }) => change({ closeNote: currentTarget.value })}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onCancel}>
              {t('common:cancel')}
            </Button>
            <Button type="submit">{t(isLost ? 'deals:close.lost' : 'deals:close.won')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

type LossFieldsProps = { draft: Draft; change(changes: Draft): void; isRefused: boolean };

function LossFields({ draft, change, isRefused }: LossFieldsProps) {
  const { t } = useTranslation('deals');
  const choices = useQuery(api.deals.listChoices.queryOptions());
  return (
    <>
      <Select
        data-autofocus
        label={t('field.lossReason')}
        placeholder={t('close.chooseReason')}
        error={isRefused && draft.lossReason === undefined ? t('close.needReason') : undefined}
        value={draft.lossReason ?? null}
        data={lossReason.options.map((value) => ({ value, label: t(`lossReason.${value}`) }))}
        onChange={(reason) => change(reason === null ? {} : { lossReason: reason })}
      />
      <Autocomplete
        label={t('field.lossCompetitor')}
        maxLength={300}
        value={draft.lossCompetitor ?? ''}
        data={choices.data?.competitors ?? []}
        onChange={(lossCompetitor) => change({ lossCompetitor })}
      />
    </>
  );
}
