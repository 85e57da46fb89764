import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconFileDownload } from '@tabler/icons-react';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { undo } from '#renderer/api/undo.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import type { ImportRun } from '#shared/contract/imports.ts';
import type { ImportDesk } from '#shared/contract/imports-desk.ts';
import { CountTable } from '../check/count-table.tsx';
import { sumCounts } from '../current-step.ts';
import { putDeskAway } from '../desk-query.ts';
import classes from '../imports.module.css';
import { useChangeDesk } from '../use-desk.ts';
import { useImportSearch } from '../use-import-search.ts';
import { RunNotes } from './run-notes.tsx';
import { useSaveReturned } from './use-save-returned.ts';

/** What an import did, from the log, so that it can be looked at long after. */
export function ResultStep({ desk }: { desk: ImportDesk | null }) {
  const { t } = useTranslation('imports');
  const [search] = useImportSearch();
  const { data: runs } = useSuspenseQuery(api.imports.listRuns.queryOptions());
  const wanted = search.run ?? desk?.result?.runId;
  const run = runs.find(({ id }) => id === wanted);
  if (run === undefined) {
    return <EmptyState title={t('result.gone')} body={t('result.goneBody')} />;
  }
  const isOnDesk = desk?.result?.runId === run.id;
  return (
    <div className={classes['scroll']}>
      <Verdict run={run} />
      <p className={classes['dim']}>
        <Origin run={run} />
      </p>
      <Actions run={run} isOnDesk={isOnDesk} mode={desk?.mode ?? 'both'} />
      <CountTable counts={run.counts} label={t('result.counts')} />
      <RunNotes notes={run.notes} />
    </div>
  );
}

function Verdict({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { create, update } = sumCounts(run.counts);
  const values = { created: format.number(create), updated: format.number(update) };
  return (
    <h2 className={classes['verdict']} data-state={run.state}>
      {run.state === 'stands' && <IconCircleCheck size={22} aria-hidden />}
      <output>{t(`result.${run.state}`, values)}</output>
    </h2>
  );
}

function Origin({ run }: { run: ImportRun }) {
  const format = useFormat();
  return (
    <>
      {format.dateTime(run.at)} · <bdi>{format.list(run.files.map(({ name }) => name))}</bdi>
    </>
  );
}

type ActionsProps = { run: ImportRun; isOnDesk: boolean; mode: ImportDesk['mode'] };

function Actions({ run, isOnDesk, mode }: ActionsProps) {
  const { t } = useTranslation('imports');
  const [, go] = useImportSearch();
  const change = useChangeDesk();
  const save = useSaveReturned(run);
  const other = useMutation({
    mutationFn: async () => (isOnDesk ? putDeskAway() : undefined),
    onSuccess: () => go({}),
  });
  const back = async () => {
    await change({ kind: 'options', mode });
    go({ step: 'check' });
  };
  return (
    <Group my="md">
      {run.state === 'stands' && (
        <Button renderRoot={(props) => <Link to="/deals" {...props} />}>{t('result.board')}</Button>
      )}
      {run.returnedFile !== null && (
        <Button
          variant="default"
          leftSection={<IconFileDownload size={16} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('result.returned', { count: run.returned })}
        </Button>
      )}
      {isOnDesk && (run.returned > 0 || run.state === 'taken_back') && (
        <Button variant="default" onClick={back}>
          {t('result.back')}
        </Button>
      )}
      <UndoButton run={run} />
      <Button variant="default" loading={other.isPending} onClick={() => other.mutate()}>
        {t('result.other')}
      </Button>
    </Group>
  );
}

/** There while the import is the last thing that was done. */
function UndoButton({ run }: { run: ImportRun }) {
  const { t } = useTranslation('imports');
  const { data: runs } = useSuspenseQuery(api.imports.listRuns.queryOptions());
  const { data: steps } = useSuspenseQuery(api.workspace.listUndoSteps.queryOptions());
  const back = useMutation({ mutationFn: undo });
  const newest = runs.find(({ state }) => state === 'stands');
  const isLast = newest?.id === run.id && steps[0]?.command === 'imports.runImport';
  if (!isLast) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconArrowBackUp size={16} aria-hidden />}
      loading={back.isPending}
      onClick={() => back.mutate()}
    >
      {t('result.undo')}
    </Button>
  );
}
