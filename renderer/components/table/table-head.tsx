import { VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TableColumn, TableView } from './table-column.ts';
import classes from './virtual-table.module.css';

export type TableHeadProps<Row> = {
  columns: readonly TableColumn<Row>[];
  view: TableView;
  onViewChange(view: TableView): void;
};

export function TableHead<Row>({ columns, view, onViewChange }: TableHeadProps<Row>) {
  const { t } = useTranslation('common');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot be drawn in part
    // biome-ignore lint/a11y/useFocusableInteractive: the buttons in it have the focus
    <div role="row" aria-rowindex={1} className={classes['head']}>
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: see above
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div
          key={column.id}
          role="columnheader"
          aria-sort={ariaSort(view, column.id)}
          className={classes['cell']}
          data-align={column.align}
          data-pinned={column.isPinned}
        >
          {column.isPlain === true ? (
            <Title column={column} />
          ) : (
            <button
              type="button"
              className={classes['sort']}
              title={t('table.sortBy', { column: column.title })}
              onClick={() => onViewChange({ ...view, sort: nextSort(view, column.id) })}
            >
              <span>{column.title}</span>
              <SortMark direction={ariaSort(view, column.id)} />
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

function Title<Row>({ column: { title, isTitleHidden } }: { column: TableColumn<Row> }) {
  return isTitleHidden === true ? <VisuallyHidden>{title}</VisuallyHidden> : title;
}

function SortMark({ direction }: { direction: 'ascending' | 'descending' | 'none' }) {
  if (direction === 'none') return null;
  const Icon = direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return <Icon size={13} aria-hidden />;
}

function ariaSort({ sort }: TableView, column: string): 'ascending' | 'descending' | 'none' {
  if (sort?.column !== column) return 'none';
  return sort.isDescending ? 'descending' : 'ascending';
}

/** Up, down, and back to the order of the backend. */
function nextSort({ sort }: TableView, column: string): TableView['sort'] {
  if (sort?.column !== column) return { column, isDescending: false };
  return sort.isDescending ? null : { column, isDescending: true };
}
