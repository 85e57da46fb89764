import { Button } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { switchWorkspace } from '#renderer/api/switch-workspace.ts';
import classes from './bar.module.css';

/** Says that these are not the manager's own figures; one click goes to the own workspace. */
export function SampleBar() {
  const { t } = useTranslation('shell');
  const status = useQuery(api.workspace.getStatus.queryOptions());
  const leave = useMutation(
    api.workspace.leaveSample.mutationOptions({ onSuccess: switchWorkspace }),
  );
  if (status.data?.kind !== 'sample') return null;
  return (
    <section className={classes['root']} data-kind="sample" aria-label={t('sample.label')}>
      <IconFlask size={16} aria-hidden />
      <span>{t('sample.on')}</span>
      <Button
        size="compact-xs"
        variant="default"
        loading={leave.isPending}
        onClick={() => leave.mutate({})}
      >
        {t('sample.leave')}
      </Button>
    </section>
  );
}
