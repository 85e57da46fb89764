import { Checkbox, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FilterOption } from './use-filter-options.ts';

export type TickListProps = {
  label: string;
  options: readonly FilterOption[];
  chosen: readonly string[];
  onChange(chosen: string[]): void;
  /** What is typed to find an option; undefined for short lists. */
  search?: { text: string; onChange(text: string): void };
};

/** Some of a list, ticked. */
export function TickList({ label, options, chosen, onChange, search }: TickListProps) {
  const { t } = useTranslation('deals');
  const typed = search?.text.trim().toLowerCase() ?? '';
  const shown = options.filter(
    (option) => chosen.includes(option.value) || option.label.toLowerCase().includes(typed),
  );
  return (
    <Stack gap={6}>
      {search !== undefined && (
        <TextInput
          size="xs"
          data-autofocus
          aria-label={t('filter.search')}
          placeholder={t('filter.search')}
          value={search.text}
          onChange={({ currentTarget }) => search.onChange(currentTarget.value)}
        />
      )}
      <ScrollArea.Autosize mah={320} viewportProps={{ tabIndex: -1 }}>
        <Checkbox.Group aria-label={label} value={[...chosen]} onChange={onChange}>
          <Stack gap={6} p={2}>
            {shown.map(({ value, label: name }) => (
              <Checkbox key={value} size="xs" value={value} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
        {shown.length === 0 && (
          <Text size="xs" c="dimmed">
            {t('filter.noMatch')}
          </Text>
        )}
      </ScrollArea.Autosize>
    </Stack>
  );
}
