import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { RowPlace } from './body-row.tsx';
import classes from './data-table.module.css';
import type { CellValue, TableColumn } from './table-column.ts';
import type { DataRow } from './use-rows.ts';

export type GroupRowProps<Row extends object> = {
  row: DataRow<Row>;
  place: RowPlace;
  columns: readonly TableColumn<Row>[];
  note: ((value: CellValue, count: number) => ReactNode) | undefined;
};

/** The head of a group: opens and closes it. */
export function GroupRow<Row extends object>({ row, place, columns, note }: GroupRowProps<Row>) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const members = row.getLeafRows();
  const count = members.length;
  const column = columns.find(({ id }) => id === row.groupingColumnId);
  const first = members[0]?.original;
  const value = first === undefined || column === undefined ? null : column.value(first);
  const shown = first === undefined ? null : (column?.cell?.(first) ?? value);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot be drawn in part
    <div
      role="row"
      aria-rowindex={place.index + 2}
      aria-expanded={row.getIsExpanded()}
      tabIndex={place.isCurrent ? 0 : -1}
      data-current={place.isCurrent}
      className={`${classes['row']} ${classes['group']}`}
      style={{ transform: `translateY(${place.start}px)` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the button in it has the focus */}
      <div role="gridcell" aria-colspan={columns.length} className={classes['groupCell']}>
        <button
          type="button"
          className={classes['groupButton']}
          data-open={row.getIsExpanded()}
          onClick={row.getToggleExpandedHandler()}
        >
          <IconChevronRight size={14} aria-hidden />
          {value === null ? t('table.blank') : shown}
        </button>
        <span className={classes['groupCount']}>
          {t('table.rows', { count, shown: format.number(count) })}
        </span>
        {note?.(value, count)}
      </div>
    </div>
  );
}
