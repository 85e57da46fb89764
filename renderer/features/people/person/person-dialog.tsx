import {
  Button,
  Group,
  Modal,
  NumberInput,
  SimpleGrid,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import type { Person, PersonFacts } from '#shared/contract/person-records.ts';

export type PersonDialogProps = {
  /** The person to change; a new one is added without. */
  person?: Person;
  onClose(): void;
  onSaved?(person: Person): void;
};

const nobody: PersonFacts = {
  name: '',
  employeeNo: '',
  roleTitle: '',
  level: '',
  team: '',
  region: '',
  email: '',
  phone: '',
  managerName: '',
  isCoached: true,
  joinedOn: null,
  cadenceDays: null,
};

const texts = [
  'roleTitle',
  'level',
  'team',
  'region',
  'employeeNo',
  'managerName',
  'email',
  'phone',
] as const satisfies readonly (keyof PersonFacts)[];

/** Who somebody is; only the name is needed. */
export function PersonDialog({ person, onClose, onSaved }: PersonDialogProps) {
  const { t } = useTranslation(['people', 'common']);
  const { cadenceDays } = useSettings();
  const add = useMutation(api.people.addPerson.mutationOptions());
  const change = useMutation(api.people.changePerson.mutationOptions());
  const form = useForm<PersonFacts>({
    initialValues: { ...nobody, ...(person && factsOf(person)) },
    validate: { name: (name) => (name.trim() === '' ? t('people:needName') : null) },
  });
  const submit = form.onSubmit(async (facts) => {
    const saved =
      person === undefined
        ? await add.mutateAsync(facts)
        : await change.mutateAsync({ personId: person.id, changes: facts });
    onClose();
    onSaved?.(saved);
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={person === undefined ? t('people:add') : t('people:edit')}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label={t('people:field.name')}
            {...form.getInputProps('name')}
          />
          <SimpleGrid cols={2} spacing="sm">
            {texts.map((field) => (
              <TextInput
                key={field}
                label={t(`people:field.${field}`)}
                {...form.getInputProps(field)}
              />
            ))}
            <DayField
              label={t('people:field.joinedOn')}
              value={form.values.joinedOn}
              onChange={(joinedOn) => form.setFieldValue('joinedOn', joinedOn)}
            />
            <NumberInput
              label={t('people:field.cadenceDays')}
              placeholder={t('people:cadenceDefault', { count: cadenceDays })}
              min={1}
              max={366}
              allowDecimal={false}
              value={form.values.cadenceDays ?? ''}
              onChange={(days) => form.setFieldValue('cadenceDays', Number(days) || null)}
            />
          </SimpleGrid>
          <Switch
            label={t('people:field.isCoached')}
            description={t('people:coachedHint')}
            {...form.getInputProps('isCoached', { type: 'checkbox' })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={add.isPending || change.isPending}>
              {person === undefined ? t('people:add') : t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function factsOf({ id, leftOn, leaves, privateNote, ...facts }: Person): PersonFacts {
  return facts;
}
