import { Button, Menu } from '@mantine/core';
import { IconCheck, IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TableColumn, TableView } from './table-column.ts';

export type ViewMenuProps<Row> = {
  columns: readonly TableColumn<Row>[];
  view: TableView;
  onViewChange(view: TableView): void;
};

/** Which columns are shown, and what the rows are grouped by. */
export function ViewMenu<Row>({ columns, view, onViewChange }: ViewMenuProps<Row>) {
  const { t } = useTranslation('common');
  const groupable = columns.filter((column) => column.canGroup === true);
  const toggle = (id: string) => {
    const isHidden = view.hidden.includes(id);
    const hidden = isHidden ? view.hidden.filter((other) => other !== id) : [...view.hidden, id];
    onViewChange({ ...view, hidden });
  };
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {t('table.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflow: 'auto' }}>
        {columns
          .filter((column) => column.isPinned !== true)
          .map(({ id, title }) => (
            <Choice
              key={id}
              title={title}
              isChosen={!view.hidden.includes(id)}
              role="menuitemcheckbox"
              onChoose={() => toggle(id)}
            />
          ))}
        {groupable.length > 0 && <Menu.Label>{t('table.group')}</Menu.Label>}
        {groupable.map(({ id, title }) => (
          <Choice
            key={id}
            title={title}
            isChosen={view.groupBy === id}
            role="menuitemradio"
            onChoose={() => onViewChange({ ...view, groupBy: view.groupBy === id ? null : id })}
          />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

type ChoiceProps = {
  title: string;
  isChosen: boolean;
  role: 'menuitemcheckbox' | 'menuitemradio';
  onChoose(): void;
};

function Choice({ title, isChosen, role, onChoose }: ChoiceProps) {
  return (
    <Menu.Item
      role={role}
      aria-checked={isChosen}
      onClick={onChoose}
      rightSection={isChosen ? <IconCheck size={14} aria-hidden /> : undefined}
    >
      {title}
    </Menu.Item>
  );
}
