import type { Duplex } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';
import type { RawData, WebSocket } from 'ws';
import type { Session } from './session.ts';

/** The largest frame a page may send; longer uploads come in parts. */
export const maximumFrameBytes = 64 * 1024 * 1024;
/** A page that lets this much pile up has stopped reading and is let go; it can come back. */
const maximumBacklogBytes = 256 * 1024 * 1024;
/** All that may come before the token was accepted. */
const maximumGreetingBytes = 4096;
const greetingTimeoutMs = 5000;

const closeCode = { refused: 1008, backendEnded: 1011 };

export type RelayOptions = {
  session: Pick<Session, 'accepts' | 'redeem'>;
  /** A new port to the backend. */
  connect(): MessagePort;
  /** The socket underneath, watched until the page has shown its token. */
  connection: Duplex;
};

/** Waits for `{"token":"…"}`, answers `{"ready":true}` and then passes frames on as they are. */
export function relaySocket(socket: WebSocket, options: RelayOptions): void {
  const { session, connect, connection } = options;
  const refuse = () => socket.close(closeCode.refused);
  const timer = setTimeout(refuse, greetingTimeoutMs);
  let received = 0;
  const watch = (chunk: Buffer) => {
    received += chunk.length;
    if (received > maximumGreetingBytes) socket.terminate();
  };
  connection.on('data', watch);
  socket.on('error', () => socket.terminate());
  socket.on('close', () => clearTimeout(timer));
  socket.once('message', (data, isBinary) => {
    clearTimeout(timer);
    connection.off('data', watch);
    if (isBinary || !session.accepts(readToken(data))) return refuse();
    socket.send('{"ready":true}');
    join(socket, connect());
  });
}

function join(socket: WebSocket, port: MessagePort): void {
  socket.on('message', (data, isBinary) => {
    if (!isBinary) return port.postMessage(String(data));
    const bytes = new Uint8Array(toBuffer(data));
    port.postMessage(bytes, [bytes.buffer]);
  });
  port.on('message', (frame: string | Uint8Array) => {
    if (socket.bufferedAmount > maximumBacklogBytes) socket.terminate();
    else socket.send(frame);
  });
  socket.on('close', () => port.close());
  port.on('close', () => socket.close(closeCode.backendEnded));
}

/** The token of a greeting, or a text that no session accepts. */
function readToken(data: RawData): string {
  try {
    const greeting: unknown = JSON.parse(String(data));
    const token = Object(greeting).token;
    return typeof token === 'string' ? token : '';
  } catch {
    return '';
  }
}

function toBuffer(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}
