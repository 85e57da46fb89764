import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { DeskColumn, DeskSheet } from '#shared/contract/imports-desk.ts';
import { importField, keptFields } from '#shared/contract/imports-fields.ts';
import { useChangeDesk } from '../use-desk.ts';
import { useImportWords } from '../use-import-words.ts';
import { ColumnFormat } from './column-format.tsx';
import classes from './columns.module.css';

export type ColumnRowProps = { sheet: DeskSheet; column: DeskColumn };

export function ColumnRow({ sheet, column }: ColumnRowProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const heading = column.heading || t('columns.unnamed', { number: column.index + 1 });
  return (
    <>
      <div className={classes['heading']}>
        <Name>{heading}</Name>
        <span className={classes['dim']}>
          {t('columns.filled', { count: column.filled, shown: format.number(column.filled) })}
          {' · '}
          {t(`columns.${originOf(column)}`)}
        </span>
      </div>
      <div className={classes['samples']} data-out={column.field === null}>
        {column.samples.slice(0, 3).map((sample) => (
          <Name key={sample}>{sample}</Name>
        ))}
      </div>
      <FieldChoice sheet={sheet} column={column} heading={heading} />
      <ColumnFormat sheet={sheet} column={column} heading={heading} />
    </>
  );
}

/** Who said where the column goes. */
function originOf({ isChosen, field }: DeskColumn): 'chosen' | 'guessed' | 'unknown' {
  if (isChosen) return 'chosen';
  return field === null ? 'unknown' : 'guessed';
}

const leftOut = 'none';

function FieldChoice({ sheet, column, heading }: ColumnRowProps & { heading: string }) {
  const { t } = useTranslation('imports');
  const words = useImportWords();
  const change = useChangeDesk();
  const { entity } = sheet;
  if (entity === null) return null;
  const takenBy = new Map(sheet.columns.map((one) => [one.field, one] as const));
  return (
    <Select
      size="xs"
      searchable
      aria-label={t('columns.fieldOf', { heading })}
      value={column.field ?? leftOut}
      data={[
        { value: leftOut, label: t('fields.none') },
        ...keptFields[entity].map((value) => ({ value, label: words.field(entity, value) })),
      ]}
      comboboxProps={{ width: 300, position: 'bottom-start' }}
      renderOption={({ option }) => {
        const other = takenBy.get(importField.safeParse(option.value).data ?? null);
        const isTaken = option.value !== leftOut && other !== undefined && other !== column;
        return (
          <span className={classes['option']}>
            {option.label}
            {isTaken && <bdi className={classes['dim']}>{other.heading}</bdi>}
          </span>
        );
      }}
      onChange={(value) =>
        void change({
          kind: 'column',
          sheetId: sheet.id,
          index: column.index,
          field: value === leftOut ? null : importField.parse(value),
        })
      }
    />
  );
}
