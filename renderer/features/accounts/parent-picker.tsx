import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import type { Account } from '#shared/contract/accounts.ts';
import { useChangeAccount } from './use-change-account.ts';

/** The company above: found by name, refused when it lies below. */
export function ParentPicker({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  const change = useChangeAccount(account);
  const parent = account.parents.at(-1) ?? null;
  const [text, setText] = useState(parent?.name ?? '');
  const [asked] = useDebouncedValue(text, 150);
  const wanted = asked === parent?.name ? '' : asked;
  const found = useQuery(
    api.accounts.findAccounts.queryOptions({
      input: { text: wanted.slice(0, 200), limit: 20 },
      placeholderData: keepPreviousData,
    }),
  );
  const others = (found.data ?? []).filter(({ id }) => id !== account.id && id !== parent?.id);
  const options = parent === null ? others : [parent, ...others];
  return (
    <Select
      size="xs"
      searchable
      clearable
      label={t('field.parent')}
      placeholder={t('noParent')}
      value={parent?.id ?? null}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options: all }) => all}
      data={options.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(parentId) => change({ parentId })}
    />
  );
}
