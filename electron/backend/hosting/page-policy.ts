import { randomBytes } from 'node:crypto';

/** A fresh value for one document: Mantine marks its style tags with it. */
export function createNonce(): string {
  return randomBytes(18).toString('base64');
}

/**
 * What the page may load. Fails closed: anything not named is refused.
 *
 * @param connect origins besides its own that the page may talk to
 */
export function contentSecurityPolicy(nonce: string, connect: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...connect].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** Sent with everything a host answers, errors too. */
export const protectiveHeaders = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const satisfies Readonly<Record<string, string>>;
