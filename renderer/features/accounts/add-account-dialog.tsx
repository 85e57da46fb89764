import { Anchor, Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { Name } from '#renderer/components/text/name.tsx';

export type AddAccountDialogProps = {
  isOpen: boolean;
  onClose(): void;
  /** Shows an account: the new one, or one that was there already. */
  onOpen(id: string): void;
};

type Values = { name: string; ownerId: string | null };

/** A name is enough; while it is typed, accounts of a similar name show. */
export function AddAccountDialog({ isOpen, onClose, onOpen }: AddAccountDialogProps) {
  const { t } = useTranslation(['accounts', 'common']);
  const add = useMutation(api.accounts.addAccount.mutationOptions());
  const people = useQuery(api.people.listPeople.queryOptions({ input: {} }));
  const form = useForm<Values>({
    initialValues: { name: '', ownerId: null },
    validate: { name: (name) => (name.trim() === '' ? t('accounts:needName') : null) },
  });
  const show = (id: string) => {
    form.reset();
    onClose();
    onOpen(id);
  };
  const submit = form.onSubmit((values) =>
    add.mutateAsync(values).then(
      ({ id }) => show(id),
      () => undefined,
    ),
  );
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('accounts:newTitle')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            data-autofocus
            maxLength={300}
            label={t('accounts:field.name')}
            {...form.getInputProps('name')}
          />
          <Similar name={form.values.name} onOpen={show} />
          <Select
            searchable
            clearable
            label={t('accounts:field.owner')}
            data={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('ownerId')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t('accounts:add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Similar({ name, onOpen }: { name: string; onOpen(id: string): void }) {
  const { t } = useTranslation('accounts');
  const [text] = useDebouncedValue(name.trim(), 200);
  const found = useQuery(
    api.accounts.findAccounts.queryOptions({
      input: { text, limit: 3 },
      enabled: text.length > 1,
      placeholderData: keepPreviousData,
    }),
  );
  const accounts = text.length > 1 ? (found.data ?? []) : [];
  if (accounts.length === 0) return null;
  return (
    <div role="status">
      {t('similar')}
      {accounts.map(({ id, name: known }) => (
        <div key={id}>
          <Anchor component="button" type="button" onClick={() => onOpen(id)}>
            <Name>{known}</Name>
          </Anchor>
        </div>
      ))}
    </div>
  );
}
