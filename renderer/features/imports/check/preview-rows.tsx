import { SegmentedControl, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { DeskCheck } from '#shared/contract/imports-desk.ts';
import { type ImportEntity, importEntity } from '#shared/contract/imports-fields.ts';
import { useImportWords } from '../use-import-words.ts';
import classes from './check.module.css';

type Preview = DeskCheck['previews'][number];
type PreviewRow = Preview['rows'][number];

/** The first records of each kind as they will be; where one changes, what it was. */
export function PreviewRows({ previews }: { previews: readonly Preview[] }) {
  const { t } = useTranslation('imports');
  const [chosen, choose] = useState<ImportEntity | null>(null);
  const preview = previews.find(({ entity }) => entity === chosen) ?? previews.at(-1);
  if (preview === undefined) return <p className={classes['none']}>{t('preview.none')}</p>;
  return (
    <div className={classes['preview']}>
      {previews.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={t('preview.of')}
          value={preview.entity}
          data={previews.map(({ entity }) => ({ value: entity, label: t(`entities.${entity}`) }))}
          onChange={(entity) => choose(importEntity.parse(entity))}
        />
      )}
      <PreviewTable preview={preview} />
    </div>
  );
}

function PreviewTable({ preview: { entity, rows } }: { preview: Preview }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const words = useImportWords();
  const fields = [...new Set(rows.flatMap(({ cells }) => cells.map(({ field }) => field)))];
  return (
    <section
      className={classes['previewScroll']}
      aria-label={t('check.preview')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
    >
      <Table aria-label={t('check.preview')} className={classes['previewTable'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('problems.line')}</Table.Th>
            <Table.Th>{t('preview.action')}</Table.Th>
            {fields.map((field) => (
              <Table.Th key={field}>{words.field(entity, field)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.line}>
              <Table.Td>{format.number(row.line)}</Table.Td>
              <Table.Td>{t(`action.${row.action}`)}</Table.Td>
              {fields.map((field) => (
                <Table.Td key={field}>
                  <PreviewCell entity={entity} row={row} field={field} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

type PreviewCellProps = {
  entity: ImportEntity;
  row: PreviewRow;
  field: PreviewRow['cells'][number]['field'];
};

function PreviewCell({ entity, row, field }: PreviewCellProps) {
  const words = useImportWords();
  const cell = row.cells.find((one) => one.field === field);
  if (cell === undefined) return null;
  const value = <Name>{words.cell(entity, field, cell.value)}</Name>;
  if (cell.before === undefined) return value;
  return (
    <>
      <del className={classes['before']}>
        <Name>{words.cell(entity, field, cell.before)}</Name>
      </del>{' '}
      <ins className={classes['after']}>{value}</ins>
    </>
  );
}
