import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import type { AccountFacts } from '#shared/contract/accounts.ts';

/** Changes facts of one account; a failure is shown and what was there stays. */
export function useChangeAccount({
  id,
}: {
  id: string;
}): (changes: Partial<AccountFacts>) => Promise<void> {
  const { mutateAsync } = useMutation(api.accounts.changeAccount.mutationOptions());
  return (changes) =>
    mutateAsync({ id, changes }).then(
      () => undefined,
      () => undefined,
    );
}
