import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import type { DeskChange, ImportDesk } from '#shared/contract/imports-desk.ts';
import { deskQuery, putDesk, refetchDesk } from './desk-query.ts';

/** The import in preparation, if there is one. */
export function useDesk(): ImportDesk | null {
  return useSuspenseQuery(deskQuery).data;
}

/** Decides one thing otherwise; answers when the desk shows it, refused or not. */
export function useChangeDesk(): (change: DeskChange) => Promise<void> {
  const { mutateAsync } = useMutation(
    api.imports.changeDesk.mutationOptions({ onSuccess: putDesk, onError: refetchDesk }),
  );
  return (change) =>
    mutateAsync(change).then(
      () => undefined,
      () => undefined,
    );
}
