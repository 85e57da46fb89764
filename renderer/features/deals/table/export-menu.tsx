import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { downloadDocument } from '#renderer/api/downloads.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { usualSort } from '../deal-search.ts';
import { useDealFilter, useDealSearch } from '../use-deal-search.ts';
import type { Selection } from './use-selection.ts';
import { useTableColumns } from './use-table-columns.ts';

/** What is ticked, or else the whole list, as a file: same rows, order and columns. */
export function ExportMenu({ selection }: { selection: Selection }) {
  const { t } = useTranslation('deals');
  const { language } = useSettings();
  const [search] = useDealSearch();
  const [filter] = useDealFilter();
  const { columns } = useTableColumns();
  const write = useMutation(api.deals.exportDeals.mutationOptions({ onSuccess: downloadDocument }));
  const save = (format: 'xlsx' | 'csv') =>
    write.mutate({
      selection: selection.count > 0 ? selection.selection : { filter, exceptIds: [] },
      sort: search.sort ?? usualSort,
      columns,
      language,
      format,
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          loading={write.isPending}
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          {t('table.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save('xlsx')}>{t('table.exportXlsx')}</Menu.Item>
        <Menu.Item onClick={() => save('csv')}>{t('table.exportCsv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
