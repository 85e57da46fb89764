import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { v7 as uuidv7 } from 'uuid';
import type { hostContract } from './host-contract.ts';
import { fileLog } from './log.ts';
import type { Platform } from './platform.ts';
import type { BackendWorkerData } from './worker-protocol.ts';

type Host = ContractRouterClient<typeof hostContract>;

/** The platform as seen from the worker: the host's services are calls through its port. */
export function workerPlatform(data: BackendWorkerData): Platform {
  const host: Host = createORPCClient(new RPCLink({ port: data.hostPort }));
  data.hostPort.start();
  return {
    dataDirectory: data.dataDirectory,
    resourcesDirectory: data.resourcesDirectory,
    appVersion: data.appVersion,
    now: () => new Date(Date.now() + data.clockOffsetMs),
    newId: () => uuidv7(),
    printPdf: async (html, { footerHtml }) =>
      new Uint8Array(await (await host.printPdf({ html, footerHtml })).arrayBuffer()),
    protectSecret: (secret) => host.protectSecret({ secret: base64(secret) }),
    unprotectSecret: async (secret) =>
      Buffer.from((await host.unprotectSecret(secret)).secret, 'base64'),
    openDataFolder: async () => {
      await host.openDataFolder();
    },
    setLanguage: async (language) => {
      await host.setLanguage({ language });
    },
    startJob: (name, workerData, limits) =>
      new Worker(join(data.entriesDirectory, `${name}.js`), {
        workerData,
        ...(limits && { resourceLimits: { maxOldGenerationSizeMb: limits.heapMb } }),
      }),
    log: fileLog(join(data.dataDirectory, 'logs')),
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
