import { Button, Select } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { dealGrouping } from '#shared/contract/deal-filter.ts';
import { useDealSearch } from '../use-deal-search.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import classes from './deal-table.module.css';
import { ExportMenu } from './export-menu.tsx';
import type { Selection } from './use-selection.ts';

export type TableBarProps = {
  selection: Selection;
  /** Rows in all. */
  count: number;
  onEdit(): void;
};

/** What is ticked and what can be done with it; grouping and columns at the other end. */
export function TableBar({ selection, count, onEdit }: TableBarProps) {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const [search, change] = useDealSearch();
  // Deleting asks nothing: it is taken back as easily.
  const remove = useMutation(api.deals.deleteDeals.mutationOptions({ onSuccess: selection.clear }));
  const isBusy = selection.count > 0;
  return (
    <div className={classes['bar']} data-busy={isBusy}>
      {isBusy && (
        <>
          <span role="status">
            {t('table.selected', { count: selection.count, shown: format.number(selection.count) })}
          </span>
          <Button
            size="compact-sm"
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={onEdit}
          >
            {t('bulk.title')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={14} aria-hidden />}
            loading={remove.isPending}
            onClick={() => remove.mutate({ selection: selection.selection })}
          >
            {t('table.delete')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={selection.clear}>
            {t('table.clearSelection')}
          </Button>
        </>
      )}
      {!selection.isAll && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={selection.selectAll}>
          {t('table.selectAll', { count, shown: format.number(count) })}
        </Button>
      )}
      <Select
        className={classes['spring'] ?? ''}
        size="xs"
        w={150}
        clearable
        allowDeselect
        aria-label={t('table.group')}
        placeholder={t('table.group')}
        value={search.group ?? null}
        data={dealGrouping.options.map((value) => ({ value, label: t(`grouping.${value}`) }))}
        onChange={(value) =>
          change({ group: value === null ? undefined : dealGrouping.parse(value) })
        }
      />
      <ColumnsMenu />
      <ExportMenu selection={selection} />
    </div>
  );
}
