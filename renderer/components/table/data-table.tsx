import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellValue, TableColumn, TableLine } from './table-column.ts';
import { type DataRow, useRows } from './use-rows.ts';
import { VirtualTable, type VirtualTableProps } from './virtual-table.tsx';

export type DataTableProps<Row extends object> = Omit<
  VirtualTableProps<Row>,
  'count' | 'lineAt' | 'onRange'
> & {
  /** Keep one array from render to render: a new one is sorted anew. */
  rows: readonly Row[];
  rowId(row: Row): string;
  /** What stands behind the name of a group: sums from the backend. */
  groupNote?(value: CellValue, count: number): ReactNode;
};

/** A table whose rows are all here: sorted and grouped on the spot, up to some ten thousand. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { rows: _rows, rowId: _rowId, groupNote, ...table } = props;
  const { t } = useTranslation('common');
  const rows = useRows(props);
  const lineAt = (index: number) => {
    const row = rows[index];
    if (row === undefined) return undefined;
    if (!row.getIsGrouped()) return { kind: 'row', row: row.original } as const;
    return toGroup(row, props.columns, { groupNote, blank: t('table.blank') });
  };
  return <VirtualTable {...table} count={rows.length} lineAt={lineAt} />;
}

function toGroup<Row extends object>(
  row: DataRow<Row>,
  columns: readonly TableColumn<Row>[],
  { groupNote, blank }: { groupNote: DataTableProps<Row>['groupNote']; blank: string },
): TableLine<Row> {
  const members = row.getLeafRows();
  const first = members[0]?.original;
  const column = columns.find(({ id }) => id === row.groupingColumnId);
  const value = first === undefined || column === undefined ? null : column.value(first);
  const title = first === undefined || value === null ? blank : (column?.cell?.(first) ?? value);
  return {
    kind: 'group',
    title,
    count: members.length,
    note: groupNote?.(value, members.length),
    isOpen: row.getIsExpanded(),
    onToggle: row.getToggleExpandedHandler(),
  };
}
