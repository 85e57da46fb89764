import { connect } from 'node:net';

export type RawAnswer = { status: number; headers: Record<string, string>; body: string };

/** Sends exactly these bytes to 127.0.0.1 and reads the one answer, or null for none. */
export async function sendRaw(
  port: number,
  request: string | Uint8Array,
): Promise<RawAnswer | null> {
  const socket = connect({ host: '127.0.0.1', port });
  socket.setTimeout(5000, () => socket.destroy());
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', () => undefined);
  socket.write(request);
  await new Promise((resolve) => socket.once('close', resolve));
  return parseAnswer(Buffer.concat(chunks).toString());
}

function parseAnswer(text: string): RawAnswer | null {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [line = '', ...fields] = head.split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(line)?.[1]);
  if (!status) return null;
  const headers = fields.map((field): [string, string] => {
    const [name = '', ...value] = field.split(': ');
    return [name.toLowerCase(), value.join(': ')];
  });
  return { status, headers: Object.fromEntries(headers), body: rest.join('\r\n\r\n') };
}

export type RequestParts = {
  method?: string;
  path?: string;
  version?: string;
  headers: Record<string, string> | [string, string][];
  body?: string;
};

export function requestText({
  method = 'GET',
  path = '/',
  version = '1.1',
  headers,
  body = '',
}: RequestParts) {
  const fields = (Array.isArray(headers) ? headers : Object.entries(headers))
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return `${method} ${path} HTTP/${version}\r\n${fields}connection: close\r\n\r\n${body}`;
}

/** What Chromium sends when a person opens the page. */
export function navigation(host: string): Record<string, string> {
  return {
    host,
    'sec-fetch-site': 'none',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
  };
}

/** What Chromium sends when the page itself asks. */
export function fromPage(host: string): Record<string, string> {
  return {
    host,
    origin: `http://${host}`,
    'sec-fetch-site': 'same-origin',
    'sec-fetch-mode': 'cors',
    'sec-fetch-dest': 'empty',
  };
}
