import { createORPCClient, DynamicLink } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { useSyncExternalStore } from 'react';
import type { contract } from '#shared/contract/index.ts';
import type { ConnectionState } from './connection.ts';
import { createTransport } from './transport/transport.ts';

/** Made with the page: a one-time code in its address has to go before the router reads it. */
export const transport = createTransport();

/** The backend, procedure by procedure: `client.deals.moveDeal(…)`. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(
  new DynamicLink(() => transport.link()),
);

/** The same for TanStack Query: `useQuery(api.deals.getBoard.queryOptions({ input }))`. */
export const api = createTanstackQueryUtils(client);

export function useConnectionState(): ConnectionState {
  return useSyncExternalStore(transport.subscribe, transport.state);
}
