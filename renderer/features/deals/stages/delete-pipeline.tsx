import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import type { Pipeline } from '#shared/contract/deal-pipelines.ts';
import { usePipelines } from './use-pipelines.ts';

/** Only a pipeline without deals can go, and never the last one. Undo brings it back. */
export function DeletePipeline({ pipeline }: { pipeline: Pipeline }) {
  const { t } = useTranslation('settings');
  const remove = useMutation(api.deals.deletePipeline.mutationOptions());
  const hasDeals = pipeline.stages.some(({ dealCount }) => dealCount > 0);
  if (usePipelines().length < 2 || hasDeals) return null;
  return (
    <Button
      variant="subtle"
      color="red"
      loading={remove.isPending}
      onClick={() => remove.mutate({ id: pipeline.id })}
    >
      {t('stages.deletePipeline')}
    </Button>
  );
}
