import { join } from 'node:path';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/websocket';
import { hostContract } from './host-contract.ts';
import type { PdfOptions, ProtectedSecret } from './platform.ts';
import { servePort } from './serve-port.ts';
import type { BackendWorkerData, FromWorker, ToWorker } from './worker-protocol.ts';

/** What a host does for the backend; see `Platform` for the meaning of each. */
export type HostServices = {
  printPdf(html: string, options: PdfOptions): Promise<Uint8Array>;
  protectSecret(secret: Uint8Array): Promise<ProtectedSecret>;
  unprotectSecret(secret: ProtectedSecret): Promise<Uint8Array>;
  openDataFolder(): Promise<void>;
  setLanguage(language: 'zh-CN' | 'en'): Promise<void>;
};

export type BackendWorker = {
  /** A port that speaks the app's contract; one for each page. */
  connect(): MessagePort;
  /** Resolves when the last write is on disk and the file is closed. */
  close(): Promise<void>;
  /** Resolves with the exit code when the worker ends for any reason. */
  exited: Promise<number>;
  /** False when another process holds the data folder; the host then says so and ends. */
  ownsData: boolean;
};

export type StartWorkerOptions = Omit<BackendWorkerData, 'hostPort'> & { services: HostServices };

/** Starts the backend in a thread of this process. Both hosts use it; it knows neither. */
export async function startBackendWorker(options: StartWorkerOptions): Promise<BackendWorker> {
  const { services, ...data } = options;
  const { port1, port2 } = new MessageChannel();
  serveHost(services, port1);
  const worker = new Worker(join(data.entriesDirectory, 'worker.js'), {
    workerData: { ...data, hostPort: port2 } satisfies BackendWorkerData,
    transferList: [port2],
  });
  const exited = new Promise<number>((resolve) => worker.once('exit', resolve));
  void exited.then(() => port1.close());
  const ownsData = await untilReady(worker);
  return {
    exited,
    ownsData,
    connect: () => connect(worker),
    close: async () => {
      send(worker, { type: 'close' });
      await exited;
    },
  };
}

function connect(worker: Worker): MessagePort {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ type: 'connect', port: port2 } satisfies ToWorker, [port2]);
  return port1;
}

function send(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

function untilReady(worker: Worker): Promise<boolean> {
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The backend ended before it was ready')));
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'ready') resolve(message.ownsData);
    });
  });
}

function serveHost(services: HostServices, port: MessagePort): void {
  const host = implement(hostContract);
  const router = {
    printPdf: host.printPdf.handler(async ({ input }) => {
      const pdf = await services.printPdf(input.html, { footerHtml: input.footerHtml });
      return new Blob([new Uint8Array(pdf)], { type: 'application/pdf' });
    }),
    protectSecret: host.protectSecret.handler(({ input }) =>
      services.protectSecret(Buffer.from(input.secret, 'base64')),
    ),
    unprotectSecret: host.unprotectSecret.handler(async ({ input }) => {
      const secret = await services.unprotectSecret(input);
      return { secret: Buffer.from(secret).toString('base64') };
    }),
    openDataFolder: host.openDataFolder.handler(() => services.openDataFolder()),
    setLanguage: host.setLanguage.handler(({ input }) => services.setLanguage(input.language)),
  };
  const handler = new RPCHandler(router);
  servePort(port, {
    receive: (peer, frame) => handler.message(peer, frame),
    closed: (peer) => handler.close(peer),
    onUnreadable: () => undefined,
  });
}
