import { useIsMutating, useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { failureText, toFailure } from '#renderer/api/failure.ts';
import { showFailure, showNotice } from '#renderer/api/toasts.tsx';
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
        // That it was cancelled is no failure, but that nothing stayed is worth a word.
        if (toFailure(error).code === 'cancelled') showNotice(failureText(error));
        else showFailure(error);
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
