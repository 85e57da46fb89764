import { setTimeout } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';
import { onError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/websocket';
import type { WorkspaceKind } from '#shared/contract/workspace.ts';
import { startSearchIndexer } from './features/search/search-indexer.ts';
import type { Platform } from './platform.ts';
import { router } from './router.ts';
import type { RequestContext } from './rpc/context.ts';
import { logDefectiveAnswer } from './rpc/rpc-error.ts';
import { servePort } from './serve-port.ts';
import { openWorkspace, type Workspace } from './workspace/workspace.ts';

export type Backend = {
  router: typeof router;
  context: RequestContext;
  workspace: Workspace;
  /** Serves the contract on a port; one for each page. */
  serve(port: MessagePort): void;
  close(): Promise<void>;
};

/** The search indexer ends its batch within this time, unless another writer is before it. */
const indexerGraceMs = 200;

/** Opens the manager's data folder and wires the features. The composition root. */
export async function createBackend(platform: Platform, kind?: WorkspaceKind): Promise<Backend> {
  const workspace = await openWorkspace(platform, kind);
  const indexer = startSearchIndexer(workspace, platform.log);
  const context: RequestContext = { workspace };
  const handler = new RPCHandler<RequestContext>(router, {
    clientInterceptors: [
      onError((error, { path }) => logDefectiveAnswer(error, path, platform.log)),
    ],
  });
  return {
    router,
    context,
    workspace,
    serve(port) {
      servePort(port, {
        receive: (peer, frame) => handler.message(peer, frame, { context }),
        closed: (peer) => handler.close(peer),
        onUnreadable: (error) => platform.log.error('unreadable_frame', error),
      });
    },
    async close() {
      // Calls that have arrived get to the file meanwhile. A batch may be waiting behind an
      // import, which only the closing workspace calls off, so this has an end.
      const stopped = indexer.stop();
      await Promise.race([stopped, setTimeout(indexerGraceMs)]);
      await workspace.close();
      await stopped;
    },
  };
}
