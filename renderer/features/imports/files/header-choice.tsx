import { Button, Popover, Radio } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskSheet } from '#shared/contract/imports-desk.ts';
import { useChangeDesk } from '../use-desk.ts';
import classes from './files.module.css';

const shownCells = 6;

/** Which line holds the headings, chosen from the first lines as they are. */
export function HeaderChoice({ sheet }: { sheet: DeskSheet }) {
  const { t } = useTranslation('imports');
  const [isOpen, setOpen] = useState(false);
  const change = useChangeDesk();
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={560}
      position="bottom-end"
      trapFocus
      shadow="md"
    >
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          rightSection={<IconChevronDown size={13} aria-hidden />}
          aria-label={t('files.headerOf', { name: sheet.name, line: sheet.headerLine })}
          onClick={() => setOpen(!isOpen)}
        >
          {t('files.header', { line: sheet.headerLine })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Radio.Group
          label={t('files.headerQuestion')}
          value={String(sheet.headerLine)}
          onChange={(line) =>
            void change({ kind: 'headerLine', sheetId: sheet.id, line: Number(line) })
          }
        >
          {sheet.topRows.map(({ line, cells }) => (
            <Radio
              key={line}
              size="xs"
              mt={6}
              value={String(line)}
              classNames={{ label: classes['topRow'] ?? '' }}
              label={<bdi>{`${line}  ${cells.slice(0, shownCells).join(' · ')}`}</bdi>}
            />
          ))}
        </Radio.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
