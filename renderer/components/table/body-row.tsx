import classes from './data-table.module.css';
import type { TableColumn } from './table-column.ts';
import type { DataRow } from './use-rows.ts';

/** Where a row stands in the table. */
export type RowPlace = {
  index: number;
  /** Pixels from the top of the body. */
  start: number;
  isCurrent: boolean;
};

export type BodyRowProps<Row extends object> = {
  row: DataRow<Row>;
  place: RowPlace;
  columns: readonly TableColumn<Row>[];
  onOpen(index: number): void;
};

export function BodyRow<Row extends object>({ row, place, columns, onOpen }: BodyRowProps<Row>) {
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
          {column.cell === undefined ? column.value(row.original) : column.cell(row.original)}
        </div>
      ))}
    </div>
  );
}
