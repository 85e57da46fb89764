import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { ImportCounts } from '#shared/contract/imports-desk.ts';
import classes from './check.module.css';

const columns = ['rows', 'create', 'update', 'unchanged', 'skip', 'reject'] as const;

export type CountTableProps = { counts: readonly ImportCounts[]; label: string };

/**
 * What becomes of the rows of each kind; every row is in exactly one column. Records that rows of
 * another kind name are new ones too.
 */
export function CountTable({ counts, label }: CountTableProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    <Table aria-label={label} className={classes['counts'] ?? ''}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('counts.entity')}</Table.Th>
          {columns.map((column) => (
            <Table.Th key={column}>{t(`counts.${column}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {counts.map((one) => (
          <Table.Tr key={one.entity}>
            <Table.Th scope="row">
              {t(`entities.${one.entity}`)}
              {one.alsoCreated > 0 && (
                <span className={classes['also']}>
                  {t('counts.also', { shown: format.number(one.alsoCreated) })}
                </span>
              )}
            </Table.Th>
            {columns.map((column) => {
              const value = one[column] + (column === 'create' ? one.alsoCreated : 0);
              return (
                <Table.Td key={column} data-column={column} data-none={value === 0}>
                  {format.number(value)}
                </Table.Td>
              );
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
