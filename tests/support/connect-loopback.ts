import { request } from 'node:http';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import type { AppClient } from '#backend/router.ts';
import { rpcPath, sessionPath } from '#shared/hosting/handshake.ts';
import { fromPage } from './raw-http.ts';

export type LoopbackClient = { client: AppClient; close(): void };

/** Talks to a running loopback host as its page does, to lay data or read it back. */
export async function connectLoopback(address: string): Promise<LoopbackClient> {
  const { host, hash } = new URL(address);
  const token = await redeem(host, hash.replace('#code=', ''));
  const socket = new WebSocket(`ws://${host}${rpcPath}`, { origin: `http://${host}` });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const ready = new Promise((resolve) => socket.once('message', resolve));
  socket.send(JSON.stringify({ token }));
  await ready;
  // `ws` has the parts of a browser's WebSocket that the link uses; its types name more.
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
  return { client: createORPCClient(link), close: () => socket.close() };
}

function redeem(host: string, code: string): Promise<string> {
  const headers = { ...fromPage(host), 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const call = request(`http://${host}${sessionPath}`, { method: 'POST', headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => resolve(JSON.parse(text).token));
    });
    call.on('error', reject);
    call.end(JSON.stringify({ code }));
  });
}
