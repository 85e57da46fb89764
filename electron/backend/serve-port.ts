import type { MessagePort } from 'node:worker_threads';
import type { MinimalWebsocket } from '@orpc/server/websocket';

export type PortServer = {
  /** Hands a frame to oRPC's WebSocket handler; rejects when it cannot be read. */
  receive(peer: MinimalWebsocket, frame: string | ArrayBuffer): Promise<void>;
  closed(peer: MinimalWebsocket): void;
  /** Told of each frame that could not be read; the frame is dropped. */
  onUnreadable(error: unknown): void;
};

/**
 * Serves a router on a port. oRPC's own adapter for ports reads in a listener whose failure
 * nobody sees, so a frame of garbage would end the thread; its WebSocket adapter takes the same
 * frames and answers with a promise.
 */
export function servePort(port: MessagePort, server: PortServer): void {
  const peer: MinimalWebsocket = {
    addEventListener: () => {},
    send: (frame: unknown) => port.postMessage(frame),
  };
  port.on('message', (frame) => server.receive(peer, frame).catch(server.onUnreadable));
  port.on('close', () => server.closed(peer));
}
