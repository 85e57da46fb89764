import { type IpcMainEvent, ipcMain, MessageChannelMain } from 'electron';
import type { BackendWorker } from '../backend/start-worker.ts';
import { connectChannel, portChannel } from '../preload/channels.ts';
import { isPage, pageOrigin } from './page-address.ts';

export type Relay = {
  /** Resolves when every page has gone and what it sent last was passed on. */
  drained(): Promise<void>;
};

/** Gives each page a port of its own to the backend and passes frames both ways, unread. */
export function relayPages(backend: Pick<BackendWorker, 'connect'>): Relay {
  const open = new Set<Promise<void>>();
  handleTrusted(connectChannel, (frame) => {
    const { port1: page, port2: given } = new MessageChannelMain();
    const port = backend.connect();
    const closed = new Promise<void>((resolve) => page.once('close', resolve));
    open.add(closed);
    void closed.then(() => {
      port.close();
      open.delete(closed);
    });
    page.on('message', ({ data }) => port.postMessage(data));
    port.on('message', (data) => page.postMessage(data));
    page.start();
    frame.postMessage(portChannel, null, [given]);
  });
  return { drained: async () => void (await Promise.all(open)) };
}

type SenderFrame = NonNullable<IpcMainEvent['senderFrame']>;

/** The one way to listen to a page: the main frame of our own page, with no payload. */
function handleTrusted(channel: string, handle: (frame: SenderFrame) => void): void {
  ipcMain.on(channel, (event, ...payload: unknown[]) => {
    const { senderFrame: frame, sender } = event;
    const isOurs =
      frame !== null &&
      frame === sender.mainFrame &&
      frame.origin === pageOrigin &&
      isPage(frame.url);
    if (isOurs && payload.length === 0 && event.ports.length === 0) handle(frame);
  });
}
