import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { type Party, party } from '#shared/contract/coaching-fields.ts';
import classes from './commitments.module.css';

export type AddCommitmentProps = { personId: string; sessionId: string | null };

/** Who will do what until when. */
export function AddCommitment({ personId, sessionId }: AddCommitmentProps) {
  const { t } = useTranslation('coaching');
  const [owner, setOwner] = useState<Party>('rep');
  const [text, setText] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [isUndated, setUndated] = useState(false);
  const add = useMutation(
    api.coaching.addCommitment.mutationOptions({
      onSuccess: () => {
        setText('');
        setDueOn(null);
        setUndated(false);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    add.mutate({
      personId,
      sessionId,
      owner,
      text,
      successEvidence: '',
      dueOn,
      isUndated: isUndated && dueOn === null,
      dealId: null,
      visibility: 'shared',
    });
  };
  return (
    <form onSubmit={submit} className={classes['add']} aria-label={t('commitment.add')}>
      <TextInput
        className={classes['what'] ?? ''}
        aria-label={t('commitment.what')}
        placeholder={t('commitment.what')}
        maxLength={300}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Select
        className={classes['who'] ?? ''}
        aria-label={t('commitments.owner')}
        data={party.options.map((value) => ({ value, label: t(`owner.${value}`) }))}
        value={owner}
        onChange={(value) => setOwner(party.parse(value))}
      />
      <DayField
        isLabelHidden
        width={148}
        label={t('commitment.dueOn')}
        placeholder={t('commitment.dueOn')}
        isDisabled={isUndated}
        value={dueOn}
        onChange={setDueOn}
      />
      <Checkbox
        label={t('commitment.noDate')}
        checked={isUndated}
        onChange={({ currentTarget }) => setUndated(currentTarget.checked)}
      />
      <Button type="submit" variant="default" disabled={text.trim() === ''} loading={add.isPending}>
        {t('commitment.add')}
      </Button>
    </form>
  );
}
