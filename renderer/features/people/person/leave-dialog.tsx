import { ActionIcon, Button, Group, Modal, Stack } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import type { Person } from '#shared/contract/person-records.ts';
import classes from './person-page.module.css';

/** Days off: they pause the rhythm and are left out of the activity baseline. */
export function LeaveDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const remove = useMutation(api.people.removeLeave.mutationOptions());
  return (
    <Modal opened onClose={onClose} title={t('leave.of', { name: person.name })}>
      <Stack gap="md">
        <p className={classes['dim']}>{t('leave.hint')}</p>
        <ul className={classes['rows']}>
          {person.leaves.map(({ id, fromOn, toOn }) => {
            const text = t('leave.days', { from: format.date(fromOn), to: format.date(toOn) });
            return (
              <li key={id}>
                <Group justify="space-between" wrap="nowrap">
                  <span>{text}</span>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('leave.remove', { days: text })}
                    onClick={() => remove.mutate({ leaveId: id })}
                  >
                    <IconX size={16} aria-hidden />
                  </ActionIcon>
                </Group>
              </li>
            );
          })}
        </ul>
        {person.leaves.length === 0 && <p className={classes['dim']}>{t('leave.none')}</p>}
        <AddLeave personId={person.id} />
      </Stack>
    </Modal>
  );
}

function AddLeave({ personId }: { personId: string }) {
  const { t } = useTranslation('people');
  const [fromOn, setFromOn] = useState<string | null>(null);
  const [toOn, setToOn] = useState<string | null>(null);
  const add = useMutation(
    api.people.addLeave.mutationOptions({
      onSuccess: () => {
        setFromOn(null);
        setToOn(null);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fromOn !== null) add.mutate({ personId, fromOn, toOn: toOn ?? fromOn });
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" wrap="nowrap">
        <DayField label={t('leave.from')} value={fromOn} onChange={setFromOn} />
        <DayField label={t('leave.to')} value={toOn} onChange={setToOn} />
        <Button type="submit" disabled={fromOn === null} loading={add.isPending}>
          {t('leave.add')}
        </Button>
      </Group>
    </form>
  );
}
