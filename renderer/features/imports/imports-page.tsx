import { Button, Popover } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { addFiles } from './add-files.ts';
import { CheckStep } from './check/check-step.tsx';
import { ColumnsStep } from './columns/columns-step.tsx';
import { currentStep, isWriting } from './current-step.ts';
import { putDeskAway } from './desk-query.ts';
import { FilesStep } from './files/files-step.tsx';
import { ImportFooter } from './import-footer.tsx';
import classes from './imports.module.css';
import { useIncoming } from './incoming-files.ts';
import { ResultStep } from './result/result-step.tsx';
import { RunningStep } from './result/running-step.tsx';
import { StepsNav } from './steps-nav.tsx';
import { useCheck } from './use-check.ts';
import { useDesk } from './use-desk.ts';
import { useDeskProgress } from './use-desk-progress.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useImportSearch } from './use-import-search.ts';
import { useRunImport } from './use-run-import.ts';

/** From dropped files to records: how they are read, what would happen, what happened. */
export function ImportsPage() {
  const { t } = useTranslation('imports');
  const [search] = useImportSearch();
  const desk = useDesk();
  const progress = useDeskProgress(desk?.id, desk?.progress ?? null);
  const run = useRunImport();
  const incoming = useIncoming();
  const isRunning = run.isPending || isWriting(progress);
  const isReading = incoming !== null || progress?.phase === 'reading';
  const check = useCheck(desk, isRunning || isReading);
  const isOver = useFileDrop(addFiles);
  const step = currentStep(search, desk);
  return (
    <PageFrame
      title={t('title')}
      toolbar={desk !== null && !isRunning && step !== 'result' && <PutAway />}
      filters={<StepsNav step={step} desk={desk} isRunning={isRunning} />}
      isFlush
    >
      <div className={classes['page']} data-over={isOver}>
        {isRunning && <RunningStep progress={progress} />}
        {!isRunning && (
          <div className={classes['body']}>
            {step === 'files' && <FilesStep desk={desk} progress={progress} />}
            {step === 'columns' && desk !== null && <ColumnsStep desk={desk} />}
            {step === 'check' && desk !== null && (
              <CheckStep desk={desk} check={check} progress={progress} />
            )}
            {step === 'result' && <ResultStep desk={desk} />}
          </div>
        )}
        {!isRunning && desk !== null && step !== 'result' && (
          <ImportFooter
            desk={desk}
            step={step}
            progress={progress}
            check={check}
            onRun={() => run.start()}
          />
        )}
      </div>
    </PageFrame>
  );
}

/** What was decided here goes with the files, so it is asked for. */
function PutAway() {
  const { t } = useTranslation('imports');
  const [, go] = useImportSearch();
  const [isOpen, setOpen] = useState(false);
  const away = useMutation({ mutationFn: putDeskAway, onSuccess: () => go({}) });
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={280}
      position="bottom-end"
      trapFocus
      shadow="md"
    >
      <Popover.Target>
        <Button variant="default" onClick={() => setOpen(!isOpen)}>
          {t('putAway.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={classes['ask']}>{t('putAway.ask')}</p>
        <Button loading={away.isPending} onClick={() => away.mutate()}>
          {t('putAway.confirm')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
