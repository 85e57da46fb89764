import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';

/** The risks of an account, open and closed, in the order of attention. */
export function useLinkedRisks(accountId: string) {
  return useQuery(
    api.risks.getRegister.queryOptions({
      input: { status: 'all', linkedTo: { kind: 'account', id: accountId } },
    }),
  ).data;
}

/** The backend's today, which the figures are as of. */
export function useAsOf(accountId: string): string | null {
  return useLinkedRisks(accountId)?.asOf ?? null;
}
