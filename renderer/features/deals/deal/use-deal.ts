import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { isGone, throwUnlessGone } from '#renderer/api/failure.ts';
import type { ClosingFacts, Deal, DealFacts } from '#shared/contract/deal-records.ts';

/** A deal, and whether it is gone: its place says so, the page does not fail. */
export function useDeal(id: string): { deal: Deal | undefined; isGone: boolean } {
  const { data, error } = useQuery({
    ...api.deals.getDeal.queryOptions({ input: { id } }),
    throwOnError: throwUnlessGone,
    meta: { isGoneShown: true },
  });
  const isDeleted = isGone(error);
  return { deal: isDeleted ? undefined : data, isGone: isDeleted };
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
