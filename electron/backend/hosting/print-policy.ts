/**
 * The document to print is answered at this address by the printer itself; nothing else is. The
 * name cannot exist on a network.
 */
export const loopbackPrintUrl = 'http://print.invalid/';

/** The page is styled from within and shows what it carries. Nothing runs, nothing is fetched. */
export const printHeaders = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  'content-type': 'text/html; charset=utf-8',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** An empty header: without it Chromium prints the date and the address. */
export const emptyHeader = '<span></span>';

/** After this a print is given up and its page or browser ended. */
export const printTimeoutMs = 60_000;
