import { RPCLink } from '@orpc/client/message-port';
import { connectReply, connectRequest } from '#shared/hosting/handshake.ts';
import { type Connection, ConnectionRefused } from '../connection.ts';

/** The preload gives one port to each page; when it closes, the app's backend has ended. */
export function createElectronTransport(): () => Promise<Connection> {
  let wasConnected = false;
  return async () => {
    if (wasConnected) throw new ConnectionRefused('ended');
    wasConnected = true;
    const port = await receivePort();
    const closed = new Promise<void>((resolve) =>
      port.addEventListener('close', () => resolve(), { once: true }),
    );
    const link = new RPCLink({ port });
    port.start();
    return { link, closed };
  };
}

function receivePort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent) => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== connectReply || port === undefined) return;
      window.removeEventListener('message', listen);
      resolve(port);
    };
    window.addEventListener('message', listen);
    window.postMessage(connectRequest, window.origin);
  });
}
