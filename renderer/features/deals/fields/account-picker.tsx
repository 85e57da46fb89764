import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';

export type PickerProps = {
  label: string;
  value: string | null;
  onChange(id: string | null): void;
  isLabelHidden?: boolean;
  size?: 'xs' | 'sm';
  variant?: 'default' | 'unstyled' | 'filled';
};

const newAccount = 'new';

/** Finds an account by any part of its name; a name that is not there is added on the spot. */
export function AccountPicker(props: PickerProps) {
  const { label, value, onChange, isLabelHidden = false, size = 'sm', variant = 'default' } = props;
  const { t } = useTranslation('deals');
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 150);
  const add = useMutation(api.accounts.addAccount.mutationOptions());
  const { data: found = [] } = useQuery({
    ...api.accounts.findAccounts.queryOptions({
      input: { text: asked, ids: value === null ? [] : [value] },
    }),
    placeholderData: keepPreviousData,
  });
  const typed = text.trim();
  const isNew = typed !== '' && !found.some(({ name }) => name === typed);
  const choose = async (chosen: string | null) => {
    if (chosen !== newAccount) return onChange(chosen);
    const { id } = await add.mutateAsync({ name: typed });
    onChange(id);
  };
  return (
    <Select
      size={size}
      variant={variant}
      searchable
      clearable
      allowDeselect
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      placeholder={t('field.none')}
      value={value}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={t('filter.noMatch')}
      data={[
        ...found.map(({ id, name }) => ({ value: id, label: name })),
        ...(isNew ? [{ value: newAccount, label: t('field.addAccount', { name: typed }) }] : []),
      ]}
      onChange={choose}
    />
  );
}
