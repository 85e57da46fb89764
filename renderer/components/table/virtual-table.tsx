import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useRef } from 'react';
import { BodyRow } from './body-row.tsx';
import { GroupRow } from './group-row.tsx';
import type { TableColumn, TableLine, TableView } from './table-column.ts';
import { TableHead } from './table-head.tsx';
import { useCurrentRow } from './use-current-row.ts';
import classes from './virtual-table.module.css';

export type VirtualTableProps<Row> = {
  /** Names the table to a screen reader. */
  label: string;
  /** All columns; those the view hides are not shown. */
  columns: readonly TableColumn<Row>[];
  view: TableView;
  onViewChange(view: TableView): void;
  /** Lines in all, rows and heads of groups, whether they are here or not. */
  count: number;
  /** What stands at a place; undefined while it is on its way. */
  lineAt(index: number): TableLine<Row> | undefined;
  /** The places in sight, so that their rows can be fetched. */
  onRange?(first: number, last: number): void;
  onOpen(row: Row): void;
  /** Ticks a row, or takes the tick away; X does it for the current one. */
  onMark?(row: Row): void;
  rowHeight?: number;
};

const headHeight = 34;

/** A table of any length, walked by keyboard; only what is in sight is drawn. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, columns, view, onViewChange, count, lineAt, rowHeight = 36 } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const shown = columns.filter((column) => !view.hidden.includes(column.id));
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: headHeight,
  });
  const current = useCurrentRow({
    count,
    scroller,
    rowHeight,
    scrollTo: (index) => virtual.scrollToIndex(index),
    onOpen: (index) => {
      const line = lineAt(index);
      if (line?.kind === 'row') props.onOpen(line.row);
      if (line?.kind === 'group') line.onToggle();
    },
    onMark: (index) => {
      const line = lineAt(index);
      if (line?.kind === 'row') props.onMark?.(line.row);
    },
    canMark: props.onMark !== undefined,
  });
  const items = virtual.getVirtualItems();
  useReportedRange(items[0]?.index ?? 0, items.at(-1)?.index ?? 0, props.onRange);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot be drawn in part
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={shown.length}
      className={classes['root']}
      style={tableStyle(shown, rowHeight)}
    >
      <TableHead columns={shown} view={view} onViewChange={onViewChange} />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className={classes['body']} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const line = lineAt(index);
          const place = { index, start, isCurrent: index === current.index };
          return line?.kind === 'group' ? (
            <GroupRow key={index} line={line} place={place} span={shown.length} />
          ) : (
            <BodyRow
              key={index}
              row={line?.row}
              place={place}
              columns={shown}
              onOpen={current.open}
            />
          );
        })}
      </div>
    </div>
  );
}

function useReportedRange(
  first: number,
  last: number,
  report: ((first: number, last: number) => void) | undefined,
): void {
  useEffect(() => report?.(first, last), [first, last, report]);
}

/** What is left of the width goes to the words, each by its share; figures stay close together. */
function tableStyle<Row>(shown: readonly TableColumn<Row>[], rowHeight: number): CSSProperties {
  const tracks = shown.map(({ width, align, isTitleHidden }) =>
    align === 'end' || isTitleHidden === true ? `${width}px` : `minmax(${width}px, ${width}fr)`,
  );
  const variables: Record<`--${string}`, string> = {
    '--table-columns': tracks.join(' '),
    '--table-row': `${rowHeight}px`,
    '--table-head': `${headHeight}px`,
    '--table-width': `${shown.reduce((sum, { width }) => sum + width, 0)}px`,
  };
  return variables;
}
