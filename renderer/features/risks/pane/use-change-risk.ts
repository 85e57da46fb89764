import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import type { RiskChanges, RiskDetail } from '#shared/contract/risks.ts';

/** Changes fields of one risk. */
export function useChangeRisk({ id }: RiskDetail): (changes: Omit<RiskChanges, 'id'>) => void {
  const { mutate } = useMutation(api.risks.changeRisk.mutationOptions());
  return (changes) => mutate({ id, ...changes });
}
