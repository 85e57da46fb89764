import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import {
  dealStatus,
  forecastCategory,
  healthLevel,
  nextStepState,
} from '#shared/contract/deal-filter.ts';
import { useStages } from '../use-stages.ts';
import type { ListKind } from './filter-kinds.ts';

export type FilterOption = { value: string; label: string };

/** What can be ticked for a kind of filter. Accounts are asked for by what is typed. */
export function useFilterOptions(
  kind: ListKind,
  { text, chosen }: { text: string; chosen: readonly string[] },
): FilterOption[] {
  const { t } = useTranslation('deals');
  const { pipelines, all } = useStages();
  const people = useQuery({
    ...api.people.listPeople.queryOptions({ input: { includeLeft: true } }),
    enabled: kind === 'owners',
  });
  const choices = useQuery({
    ...api.deals.listChoices.queryOptions(),
    enabled: kind === 'teams',
  });
  const products = useQuery({
    ...api.accounts.listProducts.queryOptions(),
    enabled: kind === 'products',
  });
  const accounts = useQuery({
    ...api.accounts.findAccounts.queryOptions({
      input: { text, ids: chosen.filter((id) => id !== 'none') },
    }),
    enabled: kind === 'accounts',
    placeholderData: keepPreviousData,
  });
  const named = (list: readonly { id: string; name: string }[] | undefined) =>
    (list ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const none = { value: 'none', label: t(`filter.none.${kind}`) };
  const prefix = (pipelineId: string) => {
    const index = pipelines.findIndex(({ id }) => id === pipelineId);
    return pipelines.length > 1 && index > 0 ? `${index + 1} · ` : '';
  };
  switch (kind) {
    case 'owners':
      return [...named(people.data), none];
    case 'accounts':
      return [...named(accounts.data), none];
    case 'products':
      return [...named(products.data), none];
    case 'teams':
      return (choices.data?.teams ?? []).map((team) => ({ value: team, label: team }));
    case 'stages':
      return all.map(({ id, name, pipelineId }) => ({
        value: id,
        label: `${prefix(pipelineId)}${name}`,
      }));
    case 'statuses':
      return dealStatus.options.map((value) => ({ value, label: t(`status.${value}`) }));
    case 'health':
      return healthLevel.options.map((value) => ({ value, label: t(`health.level.${value}`) }));
    case 'nextStep':
      return nextStepState.options.map((value) => ({ value, label: t(`nextStep.${value}`) }));
    case 'categories':
      return forecastCategory.options.map((value) => ({ value, label: t(`category.${value}`) }));
  }
}
