import { Button, Table } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import type { ImportRun } from '#shared/contract/imports.ts';
import { sumCounts } from '../current-step.ts';
import { useSaveReturned } from '../result/use-save-returned.ts';
import classes from './files.module.css';

/** What was imported before, newest first. */
export function RunList() {
  const { t } = useTranslation('imports');
  const { data: runs } = useSuspenseQuery(api.imports.listRuns.queryOptions());
  if (runs.length === 0) return null;
  return (
    <section>
      <h2>{t('runs.title')}</h2>
      <Table aria-label={t('runs.title')} className={classes['table'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={190}>{t('runs.when')}</Table.Th>
            <Table.Th>{t('runs.files')}</Table.Th>
            <Table.Th className={classes['figure'] ?? ''}>{t('runs.create')}</Table.Th>
            <Table.Th className={classes['figure'] ?? ''}>{t('runs.update')}</Table.Th>
            <Table.Th>{t('runs.state')}</Table.Th>
            <Table.Th>{t('runs.returned')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function RunRow({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const sums = sumCounts(run.counts);
  return (
    <Table.Tr data-out={run.state !== 'stands'}>
      <Table.Td>
        <Link
          to="/imports"
          search={{ step: 'result', run: run.id }}
          className={classes['link'] ?? ''}
        >
          {format.dateTime(run.at)}
        </Link>
      </Table.Td>
      <Table.Td className={classes['names'] ?? ''}>
        <bdi>{format.list(run.files.map(({ name }) => name))}</bdi>
      </Table.Td>
      <Table.Td className={classes['figure'] ?? ''}>{format.number(sums.create)}</Table.Td>
      <Table.Td className={classes['figure'] ?? ''}>{format.number(sums.update)}</Table.Td>
      <Table.Td>{t(`runs.states.${run.state}`)}</Table.Td>
      <Table.Td>
        <ReturnedButton run={run} />
      </Table.Td>
    </Table.Tr>
  );
}

function ReturnedButton({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports');
  const save = useSaveReturned(run);
  if (run.returnedFile === null) return null;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconFileDownload size={15} aria-hidden />}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      {t('runs.returnedRows', { count: run.returned })}
    </Button>
  );
}
