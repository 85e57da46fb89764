import { ActionIcon, Table } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { DeskFile, DeskSheet } from '#shared/contract/imports-desk.ts';
import { putDesk } from '../desk-query.ts';
import { DelimiterChoice, EncodingChoice } from './encoding-choice.tsx';
import { EntityChoice } from './entity-choice.tsx';
import classes from './files.module.css';
import { HeaderChoice } from './header-choice.tsx';

/** A file of one table is one row; a workbook has a row for each of its sheets below it. */
export function FileRows({ file }: { file: DeskFile }) {
  const [only] = file.sheets;
  if (file.problem !== null) return <BrokenFile file={file} />;
  if (file.text !== null && only !== undefined) {
    return (
      <SheetRow sheet={only} name={<FileName file={file} />}>
        <Table.Td>
          <EncodingChoice file={file} text={file.text} />
        </Table.Td>
        <Table.Td>
          <DelimiterChoice file={file} text={file.text} />
        </Table.Td>
        <RemoveCell file={file} />
      </SheetRow>
    );
  }
  return (
    <>
      <Table.Tr>
        <Table.Td colSpan={6}>
          <FileName file={file} />
        </Table.Td>
        <RemoveCell file={file} />
      </Table.Tr>
      {file.sheets.map((sheet) => (
        <SheetRow
          key={sheet.id}
          sheet={sheet}
          name={
            <span className={classes['sheet']}>
              <Name>{sheet.name}</Name>
              <HiddenMark sheet={sheet} />
            </span>
          }
        >
          <Table.Td colSpan={3} />
        </SheetRow>
      ))}
    </>
  );
}

function BrokenFile({ file }: { file: DeskFile }) {
  const { t } = useTranslation('imports');
  return (
    <Table.Tr>
      <Table.Td colSpan={6}>
        <FileName file={file} />
        <p className={classes['problem']} role="alert">
          <IconAlertTriangle size={15} aria-hidden />
          {file.problem !== null && t(`problem.${file.problem}`)}
        </p>
      </Table.Td>
      <RemoveCell file={file} />
    </Table.Tr>
  );
}

type SheetRowProps = { sheet: DeskSheet; name: ReactNode; children: ReactNode };

function SheetRow({ sheet, name, children }: SheetRowProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    <Table.Tr data-out={sheet.entity === null}>
      <Table.Td>
        {name}
        {sheet.profile !== null && (
          <span className={classes['note']}>{t('files.known', { name: sheet.profile })}</span>
        )}
        {sheet.entity === null && <span className={classes['note']}>{t('files.leftOut')}</span>}
      </Table.Td>
      <Table.Td>
        <EntityChoice sheet={sheet} />
      </Table.Td>
      <Table.Td className={classes['figure'] ?? ''}>{format.number(sheet.rowCount)}</Table.Td>
      <Table.Td>
        <HeaderChoice sheet={sheet} />
      </Table.Td>
      {children}
    </Table.Tr>
  );
}

function FileName({ file }: { file: DeskFile }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const kilobytes = Math.max(1, Math.round(file.size / 1024));
  return (
    <span className={classes['file']}>
      <Name>{file.name}</Name>
      <span className={classes['size']}>
        {file.size === 0 ? t('files.noBytes') : `${format.number(kilobytes)} KB`}
      </span>
    </span>
  );
}

function HiddenMark({ sheet }: { sheet: DeskSheet }) {
  const { t } = useTranslation('imports');
  return sheet.isHidden && <span className={classes['size']}>{t('files.hidden')}</span>;
}

function RemoveCell({ file }: { file: DeskFile }) {
  const { t } = useTranslation('imports');
  const remove = useMutation(api.imports.removeFile.mutationOptions({ onSuccess: putDesk }));
  return (
    <Table.Td>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('files.remove', { name: file.name })}
        loading={remove.isPending}
        onClick={() => remove.mutate({ fileId: file.id })}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Table.Td>
  );
}
