import { rpcPath, sessionPath } from '#shared/hosting/handshake.ts';

export const openingPath = '/opening';

/** A request as it came over the wire; header names and values in turn, none merged. */
export type WireRequest = { method: string; url: string; rawHeaders: readonly string[] };

export type Verdict =
  | { kind: 'document' | 'opening' | 'session' | 'rpc' }
  | { kind: 'file'; path: string }
  | { kind: 'refused'; status: 403 | 405 | 415 | 421; allow?: string };

const refuse = (status: 403 | 415 | 421): Verdict => ({ kind: 'refused', status });

/**
 * Decides what a request may have. The Host must be exactly ours, so a name that was rebound to
 * this machine gets nothing; the page may be opened by a person or by itself; everything else
 * must come from the page. A missing header counts as a wrong one.
 *
 * @param host `127.0.0.1:port`
 */
export function judgeRequest(request: WireRequest, host: string): Verdict {
  const { method, url } = request;
  if (header(request, 'host') !== host || /^[a-z]+:/i.test(url)) return refuse(421);
  const allow = url === sessionPath ? 'POST' : 'GET';
  if (method !== allow) return { kind: 'refused', status: 405, allow };
  if (url === sessionPath) return judgeSessionRequest(request, host);
  if (url === '/') return isNavigation(request) ? { kind: 'document' } : refuse(403);
  if (url === openingPath) return isNavigation(request) ? { kind: 'opening' } : refuse(403);
  return { kind: 'file', path: url };
}

/** Files are looked up first, so that what is not there is 404 for everyone. */
export function mayLoadFile(request: WireRequest): boolean {
  return header(request, 'sec-fetch-site') === 'same-origin';
}

/**
 * The WebSocket's handshake. Chromium sends no `Sec-Fetch-Site` with it, but its Origin cannot be
 * forged by a page; one that is there must be right.
 */
export function judgeUpgrade(request: WireRequest, host: string): Verdict {
  const { method, url } = request;
  if (header(request, 'host') !== host || /^[a-z]+:/i.test(url)) return refuse(421);
  if (method !== 'GET') return { kind: 'refused', status: 405, allow: 'GET' };
  const site = header(request, 'sec-fetch-site');
  const isFromPage = site === undefined || site === 'same-origin';
  const isOurs = header(request, 'origin') === `http://${host}` && isFromPage;
  return isOurs && url === rpcPath ? { kind: 'rpc' } : refuse(403);
}

function judgeSessionRequest(request: WireRequest, host: string): Verdict {
  const isOurs =
    header(request, 'origin') === `http://${host}` &&
    header(request, 'sec-fetch-site') === 'same-origin';
  if (!isOurs) return refuse(403);
  const type = header(request, 'content-type') ?? '';
  return /^application\/json(;\s*charset=utf-8)?$/i.test(type) ? { kind: 'session' } : refuse(415);
}

function isNavigation(request: WireRequest): boolean {
  const site = header(request, 'sec-fetch-site');
  return (
    (site === 'none' || site === 'same-origin') &&
    header(request, 'sec-fetch-mode') === 'navigate' &&
    header(request, 'sec-fetch-dest') === 'document'
  );
}

/** The value of a header that was sent exactly once; `''` when it was sent several times. */
function header({ rawHeaders }: WireRequest, name: string): string | undefined {
  const values = rawHeaders.filter(
    (_value, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name,
  );
  return values.length > 1 ? '' : values[0];
}
