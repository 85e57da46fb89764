import { Button, Group, Modal, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { MoveDeal } from '#shared/contract/deals.ts';
import { type DealDraft, DealField } from '../fields/deal-field.tsx';
import { useStages } from '../use-stages.ts';
import type { Refusal, WantedMove } from './move-state.ts';
import classes from './moves.module.css';

export type MoveDialogProps = {
  move: WantedMove;
  refusal: Refusal;
  onCancel(): void;
  onSend(answers: Partial<MoveDeal>): void;
};

/** Asks for what the stage misses, all at once; or for the reason to set its rules aside. */
export function MoveDialog({ move, refusal, onCancel, onSend }: MoveDialogProps) {
  const { t } = useTranslation(['deals', 'common']);
  const { nameOf } = useStages();
  const [draft, setDraft] = useState<DealDraft>({});
  const isOnlyRule = refusal.fields.length === 0;
  const [isOverriding, setOverriding] = useState(isOnlyRule);
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isSaid = isOverriding && reason.trim() !== '';
    if (isOverriding && !isSaid) return;
    onSend({ facts: draft, ...(isSaid ? { reason: reason.trim() } : {}) });
  };
  return (
    <Modal
      opened
      onClose={onCancel}
      title={t('deals:move.title', { deal: move.deal.name, stage: nameOf(move.toStageId) })}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Explanation refusal={refusal} />
          {refusal.fields.map((field) => (
            <DealField
              key={field}
              field={field}
              draft={draft}
              onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
            />
          ))}
          {isOverriding && (
            <TextInput
              data-autofocus={isOnlyRule || undefined}
              label={t('deals:move.reason')}
              description={t('deals:move.reasonHint')}
              maxLength={300}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
          )}
          <Group justify="space-between">
            {refusal.canOverride && !isOverriding ? (
              <UnstyledButton
                className={classes['aside'] ?? ''}
                onClick={() => setOverriding(true)}
              >
                {t('deals:move.override')}
              </UnstyledButton>
            ) : (
              <span />
            )}
            <Group gap="xs">
              <Button variant="default" onClick={onCancel}>
                {t('common:cancel')}
              </Button>
              <Button type="submit" disabled={isOverriding && reason.trim() === ''}>
                {t('deals:move.send')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Explanation({ refusal }: { refusal: Refusal }) {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const missing = format.list(refusal.fields.map((field) => t(`field.${field}`)));
  return (
    <Text size="sm" c="dimmed">
      {refusal.code === 'stage_not_allowed' && t('move.notAllowed')}{' '}
      {refusal.fields.length > 0 && t('move.missing', { fields: missing })}
    </Text>
  );
}
