import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import type { Person } from '#shared/contract/person-records.ts';
import classes from './person-page.module.css';

export type LeavingDialogProps = { person: Person; today: string; onClose(): void };

/** The last day of someone in the team. */
export function LeavingDialog({ person, today, onClose }: LeavingDialogProps) {
  const { t } = useTranslation(['people', 'common']);
  const [leftOn, setLeftOn] = useState<string | null>(today);
  const leave = useMutation(api.people.recordLeaving.mutationOptions({ onSuccess: onClose }));
  return (
    <Modal opened onClose={onClose} title={t('people:leaving.of', { name: person.name })}>
      <Stack gap="md">
        <p className={classes['dim']}>{t('people:leaving.hint')}</p>
        <DayField
          label={t('people:leaving.lastDay')}
          value={leftOn}
          isClearable={false}
          onChange={setLeftOn}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            disabled={leftOn === null}
            loading={leave.isPending}
            onClick={() => leftOn !== null && leave.mutate({ personId: person.id, leftOn })}
          >
            {t('people:leaving.record')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
