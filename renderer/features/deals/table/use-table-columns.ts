import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import type { DealColumn } from '#shared/contract/deal-filter.ts';

/** The columns in their order, kept with the workspace; an arrangement shows before it is kept. */
export function useTableColumns() {
  const client = useQueryClient();
  const { queryKey, ...query } = api.deals.getTableColumns.queryOptions();
  const { data: columns } = useSuspenseQuery({ queryKey, ...query });
  const { mutate } = useMutation(api.deals.saveTableColumns.mutationOptions());
  const save = (next: DealColumn[]) => {
    client.setQueryData(queryKey, next);
    mutate({ columns: next });
  };
  return { columns, save };
}
