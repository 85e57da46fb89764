import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { AppClient } from '#backend/router.ts';
import { startBackendWorker } from '#backend/start-worker.ts';
import { keyFileSecrets } from '../../../electron/loopback/secrets.ts';
import { root } from './project.ts';

export type PrintedPage = { html: string; footerHtml: string };

export type AppWorker = {
  client: AppClient;
  /** Every page that was to be printed; the paper itself is left out. */
  printed: PrintedPage[];
  close(): Promise<void>;
};

/** The built backend on a folder, as the loopback host starts it, with a printer that only notes. */
export async function startAppWorker(folder: string, clockOffsetMs = 0): Promise<AppWorker> {
  const printed: PrintedPage[] = [];
  const worker = await startBackendWorker({
    dataDirectory: folder,
    resourcesDirectory: join(root, 'resources'),
    entriesDirectory: join(root, 'out/main'),
    appVersion: '0.0.0',
    clockOffsetMs,
    openSample: false,
    services: {
      ...keyFileSecrets(folder),
      printPdf: async (html, { footerHtml }) => {
        printed.push({ html, footerHtml });
        return Buffer.from('%PDF-1.7');
      },
      openDataFolder: async () => {},
      setLanguage: async () => {},
    },
  });
  const port = worker.connect();
  port.start();
  const client: AppClient = createORPCClient(new RPCLink({ port }));
  return {
    client,
    printed,
    close: async () => {
      port.close();
      await worker.close();
    },
  };
}
