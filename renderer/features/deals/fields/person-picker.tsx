import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import type { PickerProps } from './account-picker.tsx';

/** A person of the team; who has left stays to be seen where they were chosen. */
export function PersonPicker(props: PickerProps) {
  const { label, value, onChange, isLabelHidden = false, size = 'sm', variant = 'default' } = props;
  const { t } = useTranslation('deals');
  const { data: people = [] } = useQuery(
    api.people.listPeople.queryOptions({ input: { includeLeft: true } }),
  );
  const shown = people.filter(({ id, leftOn }) => leftOn === null || id === value);
  return (
    <Select
      size={size}
      variant={variant}
      searchable
      clearable
      allowDeselect
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      placeholder={t('field.none')}
      nothingFoundMessage={t('filter.noMatch')}
      value={value}
      data={shown.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  );
}
