import type { ReactNode } from 'react';
import type { TableColumn } from './table-column.ts';
import classes from './virtual-table.module.css';

/** Where a row stands in the table. */
export type RowPlace = {
  index: number;
  /** Pixels from the top of the body. */
  start: number;
  isCurrent: boolean;
};

export type BodyRowProps<Row> = {
  /** Undefined while it is on its way. */
  row: Row | undefined;
  place: RowPlace;
  columns: readonly TableColumn<Row>[];
  onOpen(index: number): void;
};

export function BodyRow<Row>({ row, place, columns, onOpen }: BodyRowProps<Row>) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the table's own keys open the current row
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot be drawn in part
    <div
      role="row"
      aria-rowindex={place.index + 2}
      tabIndex={place.isCurrent ? 0 : -1}
      data-current={place.isCurrent}
      className={classes['row']}
      style={{ transform: `translateY(${place.start}px)` }}
      aria-busy={row === undefined}
      onClick={() => onOpen(place.index)}
    >
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: see above
        // biome-ignore lint/a11y/useFocusableInteractive: the row has the focus
        <div
          key={column.id}
          role="gridcell"
          className={classes['cell']}
          data-align={column.align}
          data-pinned={column.isPinned}
        >
          {row !== undefined && show(column, row)}
        </div>
      ))}
    </div>
  );
}

function show<Row>(column: TableColumn<Row>, row: Row): ReactNode {
  const shown = column.cell === undefined ? column.value(row) : column.cell(row);
  // What is too long ends in an ellipsis, which bare text in a flexible cell does not.
  return typeof shown === 'string' ? <span>{shown}</span> : shown;
}
