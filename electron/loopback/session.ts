import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export type Session = {
  /** A code for one use; the one before it is void. */
  issueCode(lifetimeMs: number): string;
  /** Exchanges the code for a token; null for any other code, a used one or a late one. */
  redeem(code: string): string | null;
  /** A token for a page that the host opened itself. */
  grantToken(): string;
  accepts(token: string): boolean;
};

/**
 * Who may talk to the backend: whoever was shown a code of 256 bits, once. Only hashes are kept
 * and compared in constant time; everything ends with the process.
 *
 * @param now milliseconds that never go back
 */
export function createSession(now: () => number = () => performance.now()): Session {
  const tokens: Buffer[] = [];
  let code: { digest: Buffer; expiresAt: number } | null = null;
  const grantToken = () => {
    const token = randomText();
    tokens.push(digestOf(token));
    return token;
  };
  return {
    grantToken,
    issueCode(lifetimeMs) {
      const text = randomText();
      code = { digest: digestOf(text), expiresAt: now() + lifetimeMs };
      return text;
    },
    redeem(text) {
      if (code === null || !timingSafeEqual(code.digest, digestOf(text))) return null;
      const isLate = now() > code.expiresAt;
      code = null;
      return isLate ? null : grantToken();
    },
    accepts(token) {
      const digest = digestOf(token);
      return tokens.filter((known) => timingSafeEqual(known, digest)).length > 0;
    },
  };
}

function randomText(): string {
  return randomBytes(32).toString('base64url');
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
