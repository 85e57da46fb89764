import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { queryClient } from '#renderer/api/query-client.ts';
import type { ImportDesk } from '#shared/contract/imports-desk.ts';
import { putDesk } from './desk-query.ts';

/**
 * Keeps finding out what the import would do, whenever the desk has changed. A check that failed
 * is tried again after the next change, or when the manager asks for it.
 */
export function useCheck(desk: ImportDesk | null, isBusy: boolean) {
  const [failed, setFailed] = useState<ImportDesk | null>(null);
  const { mutate, isPending } = useMutation(
    api.imports.checkDesk.mutationOptions({
      onSuccess: async (checked) => {
        await queryClient.invalidateQueries({ queryKey: api.imports.listProblems.key() });
        putDesk(checked);
      },
      onError: () => setFailed(desk),
    }),
  );
  const isWanted =
    desk !== null && desk.check === null && desk.files.length > 0 && desk !== failed && !isBusy;
  useEffect(() => {
    if (isWanted && !isPending) mutate({});
  }, [isWanted, isPending, mutate]);
  return {
    isChecking: isPending,
    hasFailed: desk !== null && desk === failed,
    retry: () => setFailed(null),
  };
}
