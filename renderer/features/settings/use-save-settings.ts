import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';

/** Saves settings; what comes back is shown at once. */
export function useSaveSettings() {
  const queryClient = useQueryClient();
  return useMutation(
    api.settings.saveSettings.mutationOptions({
      onSuccess: (settings) =>
        queryClient.setQueryData(api.settings.getSettings.queryKey(), settings),
    }),
  );
}
