import type { MessagePort } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/message-port';
import type { WorkspaceKind } from '#shared/contract/workspace.ts';
import type { Platform } from './platform.ts';
import { router } from './router.ts';
import type { RequestContext } from './rpc/context.ts';
import { openWorkspace, type Workspace } from './workspace/workspace.ts';

export type Backend = {
  router: typeof router;
  context: RequestContext;
  workspace: Workspace;
  /** Serves the contract on a port; one for each page. */
  serve(port: MessagePort): void;
  close(): Promise<void>;
};

/** Opens the manager's data folder and wires the features. The composition root. */
export async function createBackend(platform: Platform, kind?: WorkspaceKind): Promise<Backend> {
  const workspace = await openWorkspace(platform, kind);
  const context: RequestContext = { workspace };
  const handler = new RPCHandler<RequestContext>(router);
  return {
    router,
    context,
    workspace,
    serve(port) {
      handler.upgrade(port, { context });
      port.start();
    },
    close: () => workspace.close(),
  };
}
