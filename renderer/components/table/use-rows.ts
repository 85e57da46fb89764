import {
  type ColumnDef,
  columnGroupingFeature,
  columnVisibilityFeature,
  createExpandedRowModel,
  createGroupedRowModel,
  createSortedRowModel,
  rowExpandingFeature,
  rowSortingFeature,
  type SortFn,
  type Row as TableRow,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellValue, TableColumn, TableView } from './table-column.ts';

const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  columnGroupingFeature,
  rowExpandingFeature,
  sortedRowModel: createSortedRowModel(),
  groupedRowModel: createGroupedRowModel(),
  expandedRowModel: createExpandedRowModel(),
});

export type DataRow<Row extends object> = TableRow<typeof features, Row>;

export type RowsOptions<Row extends object> = {
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowId(row: Row): string;
  view: TableView;
};

/** The rows in the order and groups of a view. */
export function useRows<Row extends object>({ columns, rows, rowId, view }: RowsOptions<Row>) {
  const { i18n } = useTranslation();
  const definitions = useMemo(
    () => columns.map((column) => toDefinition(column, new Intl.Collator(i18n.language))),
    [columns, i18n.language],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    autoResetExpanded: false,
    initialState: { expanded: true },
    state: useMemo(() => toState(view), [view]),
  });
  return table.getRowModel().rows;
}

function toState({ sort, hidden, groupBy }: TableView) {
  return {
    sorting: sort === null ? [] : [{ id: sort.column, desc: sort.isDescending }],
    columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])),
    grouping: groupBy === null ? [] : [groupBy],
  };
}

function toDefinition<Row extends object>(
  { id, value }: TableColumn<Row>,
  collator: Intl.Collator,
): ColumnDef<typeof features, Row> {
  return {
    id,
    // `undefined` is what the table sorts last in both directions.
    accessorFn: (row) => value(row) ?? undefined,
    sortUndefined: 'last',
    sortFn: compareBy(collator),
  };
}

function compareBy<Row extends object>(collator: Intl.Collator): SortFn<typeof features, Row> {
  return (a, b, column) => {
    const [left, right] = [a.getValue<CellValue>(column), b.getValue<CellValue>(column)];
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    return collator.compare(String(left ?? ''), String(right ?? ''));
  };
}
