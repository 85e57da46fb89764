import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import type { Pipeline, StageChanges } from '#shared/contract/deal-pipelines.ts';

export function usePipelines(): Pipeline[] {
  return useSuspenseQuery(api.deals.listPipelines.queryOptions()).data;
}

export type ChangeStage = (changes: StageChanges) => Promise<unknown>;

/** Saves what is different about a stage: one step of undo. */
export function useChangeStage(id: string): ChangeStage {
  const { mutateAsync } = useMutation(api.deals.changeStage.mutationOptions());
  return (changes) => mutateAsync({ id, changes });
}

/** The name in the language of the screen. */
export function useLocalName(): (named: { nameZh: string; nameEn: string }) => string {
  const { language } = useSettings();
  return ({ nameZh, nameEn }) => (language === 'en' ? nameEn : nameZh);
}
