import { Button, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { accountLevel } from '#shared/contract/accounts.ts';
import { type AccountSearch, accountSearch, isFiltered, noFilter } from './account-search.ts';
import { useAccountSearch } from './use-account-search.ts';

/** What the list is narrowed by; it lives in the address. */
export function AccountFilters() {
  const { t } = useTranslation('accounts');
  const [search, change] = useAccountSearch();
  const choices = useQuery(api.accounts.listChoices.queryOptions());
  const people = useQuery(api.people.listPeople.queryOptions({ input: {} }));
  const owners = [
    ...(people.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    { value: 'none', label: t('filter.noOwner') },
  ];
  const levels = accountLevel.options.map((value) => ({ value, label: t(`level.${value}`) }));
  return (
    <>
      <TextInput
        size="xs"
        w={220}
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={search.text ?? ''}
        onChange={({ currentTarget }) => change({ text: currentTarget.value || undefined })}
      />
      <Choice name="industry" data={choices.data?.industries ?? []} />
      <Choice name="region" data={choices.data?.regions ?? []} />
      <Choice name="level" data={levels} />
      <Choice name="owner" data={owners} />
      {isFiltered(search) && (
        <Button size="compact-xs" variant="subtle" onClick={() => change(noFilter)}>
          {t('empty.clear')}
        </Button>
      )}
    </>
  );
}

type ChoiceProps = {
  name: 'industry' | 'region' | 'level' | 'owner';
  data: (string | { value: string; label: string })[];
};

function Choice({ name, data }: ChoiceProps) {
  const { t } = useTranslation('accounts');
  const [search, change] = useAccountSearch();
  const set = (value: string | null) => {
    const changes: Partial<AccountSearch> = accountSearch.parse({ [name]: value ?? undefined });
    change({ [name]: changes[name] });
  };
  return (
    <Select
      size="xs"
      w={130}
      clearable
      allowDeselect
      searchable={data.length > 8}
      aria-label={t(`filter.${name}`)}
      placeholder={t(`filter.${name}`)}
      value={search[name] ?? null}
      data={data}
      onChange={set}
    />
  );
}
