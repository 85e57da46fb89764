import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { RowPlace } from './body-row.tsx';
import type { GroupLine } from './table-column.ts';
import classes from './virtual-table.module.css';

export type GroupRowProps = {
  line: GroupLine;
  place: RowPlace;
  /** Columns it stands across. */
  span: number;
};

/** The head of a group: opens and closes it. */
export function GroupRow({ line, place, span }: GroupRowProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const { title, count, note, isOpen, onToggle } = line;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot be drawn in part
    <div
      role="row"
      aria-rowindex={place.index + 2}
      tabIndex={place.isCurrent ? 0 : -1}
      data-current={place.isCurrent}
      className={`${classes['row']} ${classes['group']}`}
      style={{ transform: `translateY(${place.start}px)` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row has the focus */}
      <div role="gridcell" aria-colspan={span} className={classes['groupCell']}>
        <button
          type="button"
          tabIndex={-1}
          className={classes['groupButton']}
          aria-expanded={isOpen}
          onClick={onToggle}
        >
          <IconChevronRight size={14} aria-hidden />
          {title}
        </button>
        <span className={classes['groupCount']}>
          {t('table.rows', { count, shown: format.number(count) })}
        </span>
        {note}
      </div>
    </div>
  );
}
