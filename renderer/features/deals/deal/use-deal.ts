import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { throwUnlessGone } from '#renderer/api/failure.ts';
import type { ClosingFacts, Deal, DealFacts } from '#shared/contract/deal-records.ts';

/** A deal that is gone leaves its pane empty instead of failing the page. */
export function useDeal(id: string): Deal | undefined {
  const query = api.deals.getDeal.queryOptions({ input: { id } });
  return useQuery({ ...query, throwOnError: throwUnlessGone }).data;
}

export type EditDeal = (
  facts: Partial<DealFacts>,
  closing?: Partial<ClosingFacts>,
) => Promise<unknown>;

export function useEditDeal({ id }: Pick<Deal, 'id'>): EditDeal {
  const { mutateAsync } = useMutation(api.deals.editDeal.mutationOptions());
  return (facts, closing) =>
    mutateAsync({ id, facts, ...(closing === undefined ? {} : { closing }) }).catch(
      () => undefined,
    );
}
