import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import type { PageFile, PageFiles } from '../backend/hosting/page-files.ts';
import {
  contentSecurityPolicy,
  createNonce,
  protectiveHeaders,
} from '../backend/hosting/page-policy.ts';
import { openingPage } from './opening-page.ts';
import { readJsonBody } from './read-body.ts';
import { maximumFrameBytes, type RelayOptions, relaySocket } from './relay.ts';
import { judgeRequest, judgeUpgrade, mayLoadFile, type WireRequest } from './request-rules.ts';

/** One window needs a handful; more are turned away so that no one can use the machine up. */
const maximumSockets = 64;

const limits = {
  // A request without Host must reach the rules, which answer 421.
  requireHostHeader: false,
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
};

export type LoopbackServer = {
  /** `127.0.0.1:port` */
  host: string;
  close(): Promise<void>;
};

export type ServerOptions = Omit<RelayOptions, 'connection'> & { files: PageFiles; port: number };

const codeBody = z.strictObject({ code: z.string().max(256) });

type Answer = { status: number; file?: PageFile; headers?: Record<string, string> };

/** Listens on 127.0.0.1 and serves the page and its WebSocket to the page alone. */
export async function startServer(options: ServerOptions): Promise<LoopbackServer> {
  const server = createServer(limits);
  server.maxConnections = maximumSockets;
  const host = await listen(server, options.port);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maximumFrameBytes,
    perMessageDeflate: false,
  });
  server.on('request', (request, response) => {
    serve(request, response, { ...options, host }).catch(() => response.destroy());
  });
  server.on('upgrade', (request, connection, head) => {
    const verdict = judgeUpgrade(wire(request), host);
    if (verdict.kind === 'refused') return refuseUpgrade(connection, verdict.status);
    sockets.handleUpgrade(request, connection, head, (socket) =>
      relaySocket(socket, { ...options, connection }),
    );
  });
  return { host, close: () => close(server, sockets) };
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const { address, port: actual } = server.address() as AddressInfo;
      resolve(`${address}:${actual}`);
    });
  });
}

async function close(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

type ServeOptions = ServerOptions & { host: string };

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServeOptions,
): Promise<void> {
  const nonce = createNonce();
  const { status, file, headers } = await answer(request, nonce, options);
  // A body that nobody wanted is not waited for.
  const ending = status >= 400 ? { connection: 'close' } : {};
  response.writeHead(status, {
    ...protectiveHeaders,
    'content-security-policy': contentSecurityPolicy(nonce, [`ws://${options.host}`]),
    ...(file && { 'content-type': file.contentType }),
    'content-length': file?.body.byteLength ?? 0,
    ...ending,
    ...headers,
  });
  response.end(file?.body);
}

async function answer(
  request: IncomingMessage,
  nonce: string,
  { host, files, session }: ServeOptions,
): Promise<Answer> {
  const verdict = judgeRequest(wire(request), host);
  switch (verdict.kind) {
    case 'document':
      return { status: 200, file: files.document(nonce) };
    case 'opening':
      return { status: 200, file: text('text/html', openingPage(nonce)) };
    case 'session':
      return exchangeCode(request, session);
    case 'file': {
      const file = files.find(verdict.path);
      if (file === undefined) return { status: 404 };
      return mayLoadFile(wire(request)) ? { status: 200, file } : { status: 403 };
    }
    case 'rpc':
      return { status: 404 };
    case 'refused':
      return {
        status: verdict.status,
        ...(verdict.allow && { headers: { allow: verdict.allow } }),
      };
  }
}

async function exchangeCode(
  request: IncomingMessage,
  session: ServerOptions['session'],
): Promise<Answer> {
  const body = await readJsonBody(request, 1024);
  if ('status' in body) return body;
  const { success, data } = codeBody.safeParse(body.json);
  if (!success) return { status: 400 };
  const token = session.redeem(data.code);
  if (token === null) return { status: 401 };
  return { status: 200, file: text('application/json', JSON.stringify({ token })) };
}

function refuseUpgrade(connection: Duplex, status: number): void {
  const headers = Object.entries({ ...protectiveHeaders, connection: 'close', 'content-length': 0 })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  connection.end(`HTTP/1.1 ${status} Refused\r\n${headers}\r\n`);
}

function wire({ method = '', url = '', rawHeaders }: IncomingMessage): WireRequest {
  return { method, url, rawHeaders };
}

function text(type: string, content: string): PageFile {
  return { contentType: `${type}; charset=utf-8`, body: new TextEncoder().encode(content) };
}
