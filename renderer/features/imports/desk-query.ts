import { api, client } from '#renderer/api/client.ts';
import { queryClient } from '#renderer/api/query-client.ts';
import type { ImportDesk } from '#shared/contract/imports-desk.ts';

export const deskQuery = api.imports.getDesk.queryOptions();

/** Shows the desk as a procedure has just answered it. */
export function putDesk(desk: ImportDesk | null): void {
  queryClient.setQueryData(deskQuery.queryKey, desk);
}

export function peekDesk(): ImportDesk | null {
  return queryClient.getQueryData(deskQuery.queryKey) ?? null;
}

/** Asks again how the desk is: it went on without this page, or is gone. */
export async function refetchDesk(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: deskQuery.queryKey });
}

/** Puts everything away; nothing that was imported changes. */
export async function putDeskAway(): Promise<void> {
  await client.imports.closeDesk();
  putDesk(null);
}
