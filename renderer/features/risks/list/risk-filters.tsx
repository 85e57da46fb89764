import { Button, Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { riskCategory } from '#shared/contract/risks.ts';
import { riskSearch } from '../risk-search.ts';
import { useRiskSearch } from '../use-risk-search.ts';

/** What the list and the map are narrowed by; it lives in the address. */
export function RiskFilters() {
  const { t } = useTranslation('risks');
  const [search, change] = useRiskSearch();
  return (
    <>
      <TextInput
        size="xs"
        w={240}
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={search.text ?? ''}
        onChange={({ currentTarget }) => change({ text: currentTarget.value || undefined })}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('filter.status')}
        value={search.status ?? 'active'}
        data={(['active', 'closed', 'all'] as const).map((value) => ({
          value,
          label: t(`filter.${value}`),
        }))}
        onChange={(status) => change(riskSearch.pick({ status: true }).parse({ status }))}
      />
      <Select
        size="xs"
        w={170}
        clearable
        allowDeselect
        aria-label={t('filter.category')}
        placeholder={t('filter.category')}
        value={search.category ?? null}
        data={riskCategory.options.map((value) => ({ value, label: t(`category.${value}`) }))}
        onChange={(category) =>
          change(riskSearch.pick({ category: true }).parse({ category: category ?? undefined }))
        }
      />
      <Checkbox
        size="xs"
        label={t('filter.overdue')}
        checked={search.overdue ?? false}
        onChange={({ currentTarget }) => change({ overdue: currentTarget.checked || undefined })}
      />
      {search.cell !== undefined && (
        <Button size="compact-xs" variant="light" onClick={() => change({ cell: undefined })}>
          {t('filter.cell')} ×
        </Button>
      )}
    </>
  );
}
