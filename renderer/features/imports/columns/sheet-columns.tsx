import { Select } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskSheet } from '#shared/contract/imports-desk.ts';
import { importField } from '#shared/contract/imports-fields.ts';
import { useChangeDesk } from '../use-desk.ts';
import { useImportWords } from '../use-import-words.ts';
import { ColumnRow } from './column-row.tsx';
import classes from './columns.module.css';

const rowHeight = 46;

/** Every column of a sheet with what stands in it and the field it goes to; there may be 500. */
export function SheetColumns({ sheet }: { sheet: DeskSheet }) {
  const { t } = useTranslation('imports');
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: sheet.columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  return (
    <section className={classes['root']} aria-label={t('columns.of', { name: sheet.name })}>
      <SheetHead sheet={sheet} />
      <div className={classes['head']} aria-hidden>
        <span>{t('columns.heading')}</span>
        <span>{t('columns.samples')}</span>
        <span>{t('columns.field')}</span>
        <span>{t('columns.reading')}</span>
      </div>
      <div ref={scroller} className={classes['scroller']}>
        <ul className={classes['list']} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const column = sheet.columns[index];
            return (
              column && (
                <li
                  key={column.index}
                  className={classes['row']}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <ColumnRow sheet={sheet} column={column} />
                </li>
              )
            );
          })}
        </ul>
      </div>
    </section>
  );
}

function SheetHead({ sheet }: { sheet: DeskSheet }) {
  const { t } = useTranslation('imports');
  const words = useImportWords();
  const change = useChangeDesk();
  const { entity, columns } = sheet;
  const used = columns.filter(({ field }) => field !== null).length;
  return (
    <header className={classes['sheetHead']}>
      <p>{t('columns.summary', { used, count: columns.length })}</p>
      {sheet.keys.length > 0 && entity !== null && (
        <Select
          size="xs"
          label={t('columns.key')}
          classNames={{ root: classes['key'] ?? '' }}
          value={sheet.key}
          data={sheet.keys.map((value) => ({ value, label: words.field(entity, value) }))}
          onChange={(key) =>
            void change({ kind: 'key', sheetId: sheet.id, key: importField.parse(key) })
          }
        />
      )}
    </header>
  );
}
