import { protocol, type Session } from 'electron';
import type { PageFile, PageFiles } from '../backend/hosting/page-files.ts';
import {
  contentSecurityPolicy,
  createNonce,
  protectiveHeaders,
} from '../backend/hosting/page-policy.ts';
import { pageOrigin, pageScheme, pageUrl } from './page-address.ts';
import { printScheme } from './print.ts';

/** Must run before the app is ready, and only once. Neither scheme may bypass the policy. */
export function registerSchemes(): void {
  const safe = { standard: true, secure: true };
  protocol.registerSchemesAsPrivileged([
    // Module scripts and fonts are fetched in CORS mode.
    { scheme: pageScheme, privileges: { ...safe, supportFetchAPI: true, corsEnabled: true } },
    { scheme: printScheme, privileges: safe },
  ]);
}

/** Serves the renderer from memory; anything that is not in the manifest is 404. */
export function servePage(session: Session, files: PageFiles): void {
  session.protocol.handle(pageScheme, ({ method, url }) => {
    if (method !== 'GET') return respond(405);
    const nonce = createNonce();
    if (url === pageUrl) return respond(200, nonce, files.document(nonce));
    const file = url.startsWith(pageUrl) ? files.find(url.slice(pageOrigin.length)) : undefined;
    return file ? respond(200, nonce, file) : respond(404);
  });
}

function respond(status: number, nonce = createNonce(), file?: PageFile): Response {
  const headers = {
    ...protectiveHeaders,
    'content-security-policy': contentSecurityPolicy(nonce),
    ...(file && { 'content-type': file.contentType }),
  };
  return new Response(file?.body ?? null, { status, headers });
}
