import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import type { Commitment } from '#shared/contract/commitments.ts';

/** The day it is due; a later one counts as moved. Emptied, it has no date on purpose. */
export function DueField({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation('coaching');
  const change = useMutation(api.coaching.changeCommitment.mutationOptions());
  const { id: commitmentId, dueOn, isUndated, text } = commitment;
  return (
    <DayField
      size="xs"
      width={128}
      isLabelHidden
      label={t('commitment.dueOf', { text })}
      placeholder={t(isUndated ? 'commitment.undated' : 'commitment.setDate')}
      value={dueOn}
      onChange={(value) => {
        const changes = value === null ? { isUndated: true } : { dueOn: value, isUndated: false };
        if (value !== dueOn) change.mutate({ commitmentId, changes });
      }}
    />
  );
}
