import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import type { DeskProgress, ImportDesk } from '#shared/contract/imports-desk.ts';
import { chosenSheets, sumCounts } from './current-step.ts';
import type { ImportStep } from './import-search.ts';
import classes from './imports.module.css';
import type { useCheck } from './use-check.ts';
import { useImportSearch } from './use-import-search.ts';

export type ImportFooterProps = {
  desk: ImportDesk;
  step: ImportStep;
  progress: DeskProgress | null;
  check: ReturnType<typeof useCheck>;
  onRun(): void;
};

/** What the import would do as it stands, and the one next step. */
export function ImportFooter(props: ImportFooterProps) {
  const { desk, step, progress, check, onRun } = props;
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [, go] = useImportSearch();
  const isAny = chosenSheets(desk).length > 0;
  const sums = desk.check === null ? null : sumCounts(desk.check.counts);
  const changes = sums === null ? 0 : sums.create + sums.update;
  const next = step === 'files' ? 'columns' : 'check';
  const isBlocked = step === 'check' ? changes === 0 : !isAny || progress?.phase === 'reading';
  const act = () => {
    if (isBlocked) return;
    if (step === 'check') onRun();
    else go({ step: next });
  };
  useShortcuts({
    title: t('title'),
    shortcuts: [
      {
        keys: 'mod+enter',
        label: step === 'check' ? t('footer.runKey') : t(`footer.to.${next}`),
        run: act,
        isGlobal: true,
      },
    ],
  });
  return (
    <footer className={classes['footer']}>
      <Button onClick={act} disabled={isBlocked}>
        {step !== 'check' && t(`footer.to.${next}`)}
        {step === 'check' && sums === null && t('footer.runKey')}
        {step === 'check' &&
          sums !== null &&
          t('footer.run', { count: changes, shown: format.number(changes) })}
      </Button>
      <Outlook {...props} isAny={isAny} />
      {check.hasFailed && (
        <Button variant="subtle" onClick={check.retry}>
          {t('footer.retry')}
        </Button>
      )}
      {step === 'files' && <span className={classes['kept']}>{t('footer.kept')}</span>}
    </footer>
  );
}

/** In words, and told to a screen reader when it changes. */
function Outlook({ desk, progress, check, isAny }: ImportFooterProps & { isAny: boolean }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const isWorking = progress !== null || check.isChecking;
  const sums = desk.check === null ? null : sumCounts(desk.check.counts);
  const shown = (value: number) => ({ count: value, shown: format.number(value) });
  return (
    <div className={classes['outlook']}>
      {isWorking && <Loader size={16} aria-hidden />}
      <output>
        {!isAny && !isWorking && t('footer.nothing')}
        {isWorking && t(`phase.${progress?.phase ?? 'checking'}`)}
        {!isWorking && check.hasFailed && t('footer.failed')}
        {!isWorking && isAny && sums !== null && (
          <>
            {t('footer.create', shown(sums.create))} · {t('footer.update', shown(sums.update))}
            {sums.skip > 0 && ` · ${t('footer.skip', shown(sums.skip))}`}
          </>
        )}
      </output>
      {!isWorking && isAny && sums !== null && sums.reject > 0 && (
        <span className={classes['reject']}>
          <IconAlertTriangle size={15} aria-hidden />
          {t('footer.reject', shown(sums.reject))}
        </span>
      )}
    </div>
  );
}
