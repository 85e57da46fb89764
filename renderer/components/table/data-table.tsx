import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useRef } from 'react';
import { BodyRow } from './body-row.tsx';
import classes from './data-table.module.css';
import { GroupRow } from './group-row.tsx';
import type { CellValue, TableColumn, TableView } from './table-column.ts';
import { TableHead } from './table-head.tsx';
import { useCurrentRow } from './use-current-row.ts';
import { useRows } from './use-rows.ts';

export type DataTableProps<Row extends object> = {
  /** Names the table to a screen reader. */
  label: string;
  /** Keep one array from render to render: a new one is sorted anew. */
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowId(row: Row): string;
  view: TableView;
  onViewChange(view: TableView): void;
  onOpen(row: Row): void;
  /** What stands behind the name of a group: sums from the backend. */
  groupNote?(value: CellValue, count: number): ReactNode;
  rowHeight?: number;
};

const headHeight = 34;

/** A table of any length: sorted, grouped and walked by keyboard; only what is seen is drawn. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, view, onViewChange, onOpen, rowHeight = 36, groupNote } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRows(props);
  const shown = columns.filter((column) => !view.hidden.includes(column.id));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: headHeight,
  });
  const current = useCurrentRow({
    count: rows.length,
    scroller,
    scrollTo: (index) => virtual.scrollToIndex(index),
    onOpen: (index) => {
      const row = rows[index];
      if (row !== undefined && !row.getIsGrouped()) onOpen(row.original);
    },
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot be drawn in part
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={shown.length}
      className={classes['root']}
      style={tableStyle(shown, rowHeight)}
    >
      <TableHead columns={shown} view={view} onViewChange={onViewChange} />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className={classes['body']} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const place = { index, start, isCurrent: index === current.index };
          return row.getIsGrouped() ? (
            <GroupRow key={row.id} row={row} place={place} columns={columns} note={groupNote} />
          ) : (
            <BodyRow key={row.id} row={row} place={place} columns={shown} onOpen={current.open} />
          );
        })}
      </div>
    </div>
  );
}

function tableStyle<Row>(shown: readonly TableColumn<Row>[], rowHeight: number): CSSProperties {
  const tracks = shown.map(({ width }, index) =>
    index === shown.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`,
  );
  const variables: Record<`--${string}`, string> = {
    '--table-columns': tracks.join(' '),
    '--table-row': `${rowHeight}px`,
    '--table-head': `${headHeight}px`,
    '--table-width': `${shown.reduce((sum, { width }) => sum + width, 0)}px`,
  };
  return variables;
}
