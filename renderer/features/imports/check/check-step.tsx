import { Progress, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { DeskCheck, DeskProgress, ImportDesk } from '#shared/contract/imports-desk.ts';
import classes from '../imports.module.css';
import type { useCheck } from '../use-check.ts';
import { CountTable } from './count-table.tsx';
import { ImportOptions } from './import-options.tsx';
import { PreviewRows } from './preview-rows.tsx';
import { Problems } from './problems.tsx';

export type CheckStepProps = {
  desk: ImportDesk;
  check: ReturnType<typeof useCheck>;
  progress: DeskProgress | null;
};

/** What would happen, before it does: how many, which rows have problems, and how they will look. */
export function CheckStep({ desk, check, progress }: CheckStepProps) {
  const [last, setLast] = useState<DeskCheck | null>(desk.check);
  // While it is found out anew, what was known stays in sight.
  if (desk.check !== null && desk.check !== last) setLast(desk.check);
  return (
    <div className={classes['split']}>
      <ImportOptions desk={desk} />
      <div className={classes['outcome']} aria-busy={check.isChecking}>
        {last !== null && <Outcome desk={desk} check={last} />}
        {last === null && check.isChecking && <Finding progress={progress} />}
      </div>
    </div>
  );
}

function Finding({ progress }: Pick<CheckStepProps, 'progress'>) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const permille = progress?.permille ?? 0;
  return (
    <div className={classes['finding']}>
      <p>{t('phase.checking')}</p>
      <Progress.Root>
        <Progress.Section
          value={permille / 10}
          aria-label={t('phase.checking')}
          aria-valuetext={format.percent(permille / 1000)}
        />
      </Progress.Root>
    </div>
  );
}

function Outcome({ desk, check }: { desk: ImportDesk; check: DeskCheck }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const problems = check.notes.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <CountTable counts={check.counts} label={t('check.counts')} />
      <Tabs
        defaultValue={check.notes.length > 0 ? 'problems' : 'preview'}
        keepMounted={false}
        classNames={{ root: classes['tabs'] ?? '', panel: classes['panel'] ?? '' }}
      >
        <Tabs.List>
          <Tabs.Tab value="problems">
            {t('check.problems', { shown: format.number(problems) })}
          </Tabs.Tab>
          <Tabs.Tab value="preview">{t('check.preview')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="problems">
          <Problems desk={desk} notes={check.notes} />
        </Tabs.Panel>
        <Tabs.Panel value="preview">
          <PreviewRows previews={check.previews} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
