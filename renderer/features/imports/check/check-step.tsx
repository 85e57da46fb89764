import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { DeskCheck, ImportDesk } from '#shared/contract/imports-desk.ts';
import classes from '../imports.module.css';
import type { useCheck } from '../use-check.ts';
import { CountTable } from './count-table.tsx';
import { ImportOptions } from './import-options.tsx';
import { PreviewRows } from './preview-rows.tsx';
import { Problems } from './problems.tsx';

export type CheckStepProps = { desk: ImportDesk; check: ReturnType<typeof useCheck> };

/** What would happen, before it does: how many, which rows have problems, and how they will look. */
export function CheckStep({ desk, check }: CheckStepProps) {
  const [last, setLast] = useState<DeskCheck | null>(desk.check);
  // While it is found out anew, what was known stays in sight.
  if (desk.check !== null && desk.check !== last) setLast(desk.check);
  return (
    <div className={classes['split']}>
      <ImportOptions desk={desk} />
      <div className={classes['outcome']} aria-busy={check.isChecking}>
        {last !== null && <Outcome desk={desk} check={last} />}
      </div>
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
