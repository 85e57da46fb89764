import type { ReactNode } from 'react';

export type CellValue = string | number | null;

/** A column of a table, in the order in which it stands. */
export type TableColumn<Row> = {
  id: string;
  title: string;
  /** What is sorted and grouped by; null comes last. Text sorts as the language does. */
  value(row: Row): CellValue;
  /** What is shown; the value itself when left out. */
  cell?(row: Row): ReactNode;
  /** Pixels; columns of words share what is left. */
  width: number;
  /** Figures stand at the end. */
  align?: 'start' | 'end';
  /** Stays at the left and cannot be hidden; for the name. */
  isPinned?: boolean;
  /** Not shown until it is chosen. */
  isHiddenAtFirst?: boolean;
  canGroup?: boolean;
  /** Its head does not sort. */
  isPlain?: boolean;
  /** Its title is only heard. */
  isTitleHidden?: boolean;
};

export type GroupLine = {
  kind: 'group';
  title: ReactNode;
  /** Rows in the group. */
  count: number;
  /** Sums, beside the count. */
  note?: ReactNode;
  isOpen: boolean;
  onToggle(): void;
};

/** What stands on one line of a table. */
export type TableLine<Row> = { kind: 'row'; row: Row } | GroupLine;

/** How a person looks at a table; a page keeps it in its address or with the workspace. */
export type TableView = {
  sort: { column: string; isDescending: boolean } | null;
  hidden: readonly string[];
  groupBy: string | null;
};

export function firstView<Row>(
  columns: readonly TableColumn<Row>[],
  sort: TableView['sort'] = null,
): TableView {
  const hidden = columns.filter((column) => column.isHiddenAtFirst === true);
  return { sort, hidden: hidden.map((column) => column.id), groupBy: null };
}
