import { Button, Progress } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import type { DeskProgress } from '#shared/contract/imports-desk.ts';
import classes from '../imports.module.css';

/** The import goes in; it can be stopped, and then nothing of it is there. */
export function RunningStep({ progress }: { progress: DeskProgress | null }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const cancel = useMutation(api.imports.cancel.mutationOptions());
  const phase = progress?.phase ?? 'checking';
  const permille = progress?.permille ?? 0;
  return (
    <section className={classes['running']} aria-label={t('running.title')}>
      <h2>
        <output>{t(`phase.${phase}`)}</output>
      </h2>
      <Progress.Root size="lg">
        <Progress.Section
          value={permille / 10}
          aria-label={t(`phase.${phase}`)}
          aria-valuetext={format.percent(permille / 1000)}
        />
      </Progress.Root>
      <p className={classes['dim']}>{t('running.explain')}</p>
      <Button
        variant="default"
        loading={cancel.isPending || cancel.isSuccess}
        onClick={() => cancel.mutate({})}
      >
        {t('running.cancel')}
      </Button>
    </section>
  );
}
