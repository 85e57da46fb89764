import { ActionIcon, Button, Checkbox, Group, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useDay } from '#renderer/api/use-moment.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { RiskDetail } from '#shared/contract/risks.ts';
import classes from './risk-pane.module.css';

/** What is done about the risk, by whom and until when. */
export function RiskActions({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation('risks');
  const shown = risk.actions.filter((action) => action.status !== 'dropped');
  return (
    <>
      {shown.length === 0 && <p className={classes['dim']}>{t('action.none')}</p>}
      <ul className={classes['lines']}>
        {shown.map((action) => (
          <ActionLine key={action.id} action={action} />
        ))}
      </ul>
      <AddAction riskId={risk.id} />
    </>
  );
}

function ActionLine({ action }: { action: RiskDetail['actions'][number] }) {
  const { t } = useTranslation('risks');
  const day = useDay();
  const { mutate } = useMutation(api.risks.changeAction.mutationOptions());
  const isDone = action.status === 'done';
  return (
    <li className={classes['line']}>
      <Checkbox
        size="xs"
        aria-label={`${t('action.done')} ${action.text}`}
        checked={isDone}
        onChange={() => mutate({ id: action.id, status: isDone ? 'open' : 'done' })}
      />
      <span className={`${classes['text']} ${isDone ? classes['done'] : ''}`}>
        <Name>{action.text}</Name>{' '}
        <span className={classes['dim']}>{action.ownerName ?? t('owner.me')}</span>
      </span>
      {action.dueOn !== null && (
        <span className={action.isOverdue ? classes['overdue'] : classes['dim']}>
          {day(action.dueOn)}
          {action.isOverdue && ` ${t('action.overdue')}`}
        </span>
      )}
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={`${t('action.drop')} ${action.text}`}
        onClick={() => mutate({ id: action.id, status: 'dropped' })}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </li>
  );
}

function AddAction({ riskId }: { riskId: string }) {
  const { t } = useTranslation('risks');
  const [text, setText] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const add = useMutation(
    api.risks.addAction.mutationOptions({
      onSuccess: () => {
        setText('');
        setDueOn(null);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') add.mutate({ riskId, text, dueOn });
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          size="xs"
          flex={1}
          aria-label={t('action.text')}
          placeholder={t('action.text')}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <DayField
          size="xs"
          width={128}
          isLabelHidden
          label={t('action.due')}
          placeholder={t('action.due')}
          value={dueOn}
          onChange={setDueOn}
        />
        <Button size="xs" type="submit" variant="default" disabled={text.trim() === ''}>
          {t('action.add')}
        </Button>
      </Group>
    </form>
  );
}
