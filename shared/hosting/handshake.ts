/**
 * How a page reaches the backend, agreed between the renderer and the hosts.
 *
 * Electron (`location.protocol` is `app:`): the page listens for `message` events of its own
 * window, then posts `connectRequest` to itself. The preload answers once with `connectReply` and
 * one MessagePort.
 *
 * Loopback (`http:`): a `#code=` in the address is taken out of it at once, sent to
 * `sessionPath` as `{"code":"…"}` (JSON) and answered `{"token":"…"}`, which the page keeps in
 * `sessionStorage` under `tokenKey`. The WebSocket at `rpcPath` is told `{"token":"…"}` first and
 * answers `{"ready":true}`; every frame after that belongs to oRPC.
 */
export const connectRequest = 'bellwether:connect';
export const connectReply = 'bellwether:port';

export const sessionPath = '/session';
export const rpcPath = '/rpc';
export const tokenKey = 'bellwether.token';

/**
 * The hosts put a fresh nonce for each document in place of this word in `index.html`, in
 * `<meta name="csp-nonce" content="…">`, and the same nonce in the header.
 */
export const noncePlaceholder = '__CSP_NONCE__';
