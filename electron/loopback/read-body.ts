import type { IncomingMessage } from 'node:http';

export type JsonBody = { json: unknown } | { status: 400 | 413 };

/** Reads a small JSON body; what is longer than `maximumBytes` is not read to its end. */
export async function readJsonBody(
  request: IncomingMessage,
  maximumBytes: number,
): Promise<JsonBody> {
  if (Number(request.headers['content-length'] ?? 0) > maximumBytes) return { status: 413 };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maximumBytes) return { status: 413 };
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { json: JSON.parse(text) };
  } catch {
    // Not UTF-8, not JSON, or the connection was lost.
    return { status: 400 };
  }
}
