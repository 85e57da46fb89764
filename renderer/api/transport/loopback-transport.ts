import { RPCLink } from '@orpc/client/websocket';
import { rpcPath, sessionPath, tokenKey } from '#shared/hosting/handshake.ts';
import { type Connection, ConnectionRefused } from '../connection.ts';

/** A one-time code becomes a bearer token, which opens a WebSocket to this page's own server. */
export function createLoopbackTransport(): () => Promise<Connection> {
  const code = takeCode();
  let session = code === null ? undefined : openSession(code);
  return async () => {
    await session;
    session = undefined;
    const token = sessionStorage.getItem(tokenKey);
    if (token === null) throw new ConnectionRefused('refused');
    return openSocket(token);
  };
}

/** Takes the code out of the address before anything else can read or keep it. */
function takeCode(): string | null {
  const match = /^#code=(.+)$/.exec(location.hash);
  if (match === null) return null;
  history.replaceState(null, '', location.pathname);
  return match[1] ?? null;
}

async function openSession(code: string): Promise<void> {
  const response = await fetch(sessionPath, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  if (!response.ok) return;
  const { token }: { token: string } = await response.json();
  sessionStorage.setItem(tokenKey, token);
}

function openSocket(token: string): Promise<Connection> {
  const socket = new WebSocket(`ws://${location.host}${rpcPath}`);
  const closed = new Promise<void>((resolve) =>
    socket.addEventListener('close', () => resolve(), { once: true }),
  );
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => socket.send(JSON.stringify({ token })), { once: true });
    socket.addEventListener(
      'message',
      () => resolve({ link: new RPCLink({ websocket: socket }), closed }),
      { once: true },
    );
    socket.addEventListener('close', (event) => reject(refusal(event)), { once: true });
  });
}

/** 1008 is the server's answer to a token it does not know: trying again cannot help. */
function refusal({ code }: CloseEvent): Error {
  return code === 1008 ? new ConnectionRefused('refused') : new Error(`Socket closed: ${code}`);
}
