import { Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import type { PickerProps } from './account-picker.tsx';

const newProduct = 'new';

/** A product of the list; a name that is not there is added on the spot. */
export function ProductPicker(props: PickerProps) {
  const { label, value, onChange, isLabelHidden = false, size = 'sm', variant = 'default' } = props;
  const { t } = useTranslation('deals');
  const [text, setText] = useState('');
  const add = useMutation(api.accounts.saveProduct.mutationOptions());
  const { data: products = [] } = useQuery(api.accounts.listProducts.queryOptions());
  const typed = text.trim();
  const isNew = typed !== '' && !products.some(({ name }) => name === typed);
  const choose = async (chosen: string | null) => {
    if (chosen !== newProduct) return onChange(chosen);
    const { id } = await add.mutateAsync({ name: typed });
    onChange(id);
  };
  const matches = (name: string) => name.toLowerCase().includes(typed.toLowerCase());
  return (
    <Select
      size={size}
      variant={variant}
      searchable
      clearable
      allowDeselect
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      placeholder={t('field.none')}
      nothingFoundMessage={t('field.noProducts')}
      value={value}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      data={[
        ...products
          .filter(({ id, name }) => matches(name) || id === value)
          .map(({ id, name }) => ({ value: id, label: name })),
        ...(isNew ? [{ value: newProduct, label: t('field.addProduct', { name: typed }) }] : []),
      ]}
      onChange={choose}
    />
  );
}
