import { ActionIcon, Button, Checkbox, Popover, ScrollArea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type DealColumn, dealColumn } from '#shared/contract/deal-filter.ts';
import classes from './deal-table.module.css';
import { useTableColumns } from './use-table-columns.ts';

/** Which columns are shown and in which order; kept with the workspace. */
export function ColumnsMenu() {
  const { t } = useTranslation('common');
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconColumns3 size={15} aria-hidden />}
        >
          {t('table.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('table.columns')}>
        <ScrollArea.Autosize mah={420}>
          <ColumnList />
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}

function ColumnList() {
  const { t } = useTranslation('deals');
  const { columns, save } = useTableColumns();
  const hidden = dealColumn.options.filter((id) => !columns.includes(id));
  const toggle = (id: DealColumn) =>
    save(columns.includes(id) ? columns.filter((other) => other !== id) : [...columns, id]);
  const move = (id: DealColumn, by: number) => {
    const at = columns.indexOf(id);
    save(columns.with(at, columns[at + by] ?? id).with(at + by, id));
  };
  return (
    <ul className={classes['columns']}>
      {[...columns, ...hidden].map((id) => {
        const at = columns.indexOf(id);
        const name = t(`column.${id}`);
        return (
          <li key={id}>
            <Checkbox
              size="xs"
              label={name}
              checked={at >= 0}
              disabled={id === 'name'}
              onChange={() => toggle(id)}
            />
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              // The name stays first.
              disabled={at < 2}
              aria-label={t('table.moveLeft', { column: name })}
              onClick={() => move(id, -1)}
            >
              <IconArrowUp size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              disabled={at < 1 || at === columns.length - 1}
              aria-label={t('table.moveRight', { column: name })}
              onClick={() => move(id, 1)}
            >
              <IconArrowDown size={14} aria-hidden />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}
