import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import type { Pipeline } from '#shared/contract/deal-pipelines.ts';

export function usePipelines(): Pipeline[] {
  return useSuspenseQuery(api.deals.listPipelines.queryOptions()).data;
}

/** Every edit saves the pipeline as a whole: one step of undo. */
export function useSavePipeline() {
  return useMutation(api.deals.savePipeline.mutationOptions());
}

/** The name in the language of the screen. */
export function useLocalName(): (named: { nameZh: string; nameEn: string }) => string {
  const { language } = useSettings();
  return ({ nameZh, nameEn }) => (language === 'en' ? nameEn : nameZh);
}
