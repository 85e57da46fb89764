import { Table, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeskFile } from '#shared/contract/imports-desk.ts';
import { FileRows } from './file-rows.tsx';
import classes from './files.module.css';

/** Every file with what it was recognised as; each guess can be corrected here. */
export function FileList({ files }: { files: readonly DeskFile[] }) {
  const { t } = useTranslation('imports');
  return (
    <Table aria-label={t('files.list')} className={classes['table'] ?? ''}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('files.column.name')}</Table.Th>
          <Table.Th w={150}>{t('files.column.entity')}</Table.Th>
          <Table.Th className={classes['figure'] ?? ''}>{t('files.column.rows')}</Table.Th>
          <Table.Th w={130}>{t('files.column.header')}</Table.Th>
          <Table.Th w={150}>{t('files.column.encoding')}</Table.Th>
          <Table.Th w={120}>{t('files.column.delimiter')}</Table.Th>
          <Table.Th w={44}>
            <VisuallyHidden>{t('files.column.remove')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {files.map((file) => (
          <FileRows key={file.id} file={file} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
