import { useIsMutating, useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { toFailure } from '#renderer/api/failure.ts';
import { showFailure } from '#renderer/api/toasts.tsx';
import { putDesk, refetchDesk } from './desk-query.ts';
import { useImportSearch } from './use-import-search.ts';

/** Carries the import out. It goes on when the page is left. */
export function useRunImport() {
  const [, go] = useImportSearch();
  const running = useIsMutating({ mutationKey: api.imports.runImport.mutationKey() });
  const { mutate } = useMutation(
    api.imports.runImport.mutationOptions({
      meta: { isFailureShown: true },
      onSuccess: putDesk,
      onError: async (error) => {
        // Who cancels knows.
        if (toFailure(error).code !== 'cancelled') showFailure(error);
        await refetchDesk();
      },
    }),
  );
  const start = () =>
    mutate(
      {},
      {
        // Only while the page is still open.
        onSuccess: ({ result }) => {
          if (result !== null) go({ step: 'result', run: result.runId });
        },
      },
    );
  return { isPending: running > 0, start };
}
