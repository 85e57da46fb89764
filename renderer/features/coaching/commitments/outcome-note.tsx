import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { type Commitment, settledStatus } from '#shared/contract/commitments.ts';
import classes from './commitments.module.css';

export type OutcomeNoteProps = { commitment: Commitment; sessionId: string | null };

/** When it was done, which follow-through is judged by, and one line on how it went. */
export function OutcomeNote({ commitment, sessionId }: OutcomeNoteProps) {
  const { t } = useTranslation('coaching');
  const [draft, setDraft] = useState<string | null>(null);
  const settle = useMutation(api.coaching.settleCommitment.mutationOptions());
  const { id: commitmentId, outcomeNote, closedOn, closedSessionId, text } = commitment;
  const status = settledStatus.safeParse(commitment.status);
  const change = (changes: { note?: string; closedOn?: string }) => {
    if (!status.success) return;
    const lookedBackIn = closedSessionId ?? sessionId;
    settle.mutate({ commitmentId, status: status.data, sessionId: lookedBackIn, ...changes });
  };
  const save = () => {
    if (draft !== null && draft !== outcomeNote) change({ note: draft });
    setDraft(null);
  };
  return (
    <div className={classes['note']}>
      <DayField
        size="xs"
        width={128}
        isLabelHidden
        isClearable={false}
        label={t('commitment.closedOf', { text })}
        value={closedOn}
        onChange={(value) => {
          if (value !== null && value !== closedOn) change({ closedOn: value });
        }}
      />
      <TextInput
        flex={1}
        size="xs"
        variant="filled"
        aria-label={t('commitment.noteOf', { text })}
        placeholder={t('commitment.note')}
        maxLength={300}
        value={draft ?? outcomeNote}
        onChange={({ currentTarget }) => setDraft(currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
        }}
      />
    </div>
  );
}
