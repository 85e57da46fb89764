import { BrowserWindow, session } from 'electron';
import { oneAtATime, withinTime } from '../backend/hosting/one-at-a-time.ts';
import { emptyHeader, printHeaders, printTimeoutMs } from '../backend/hosting/print-policy.ts';
import type { HostServices } from '../backend/start-worker.ts';
import { hardenSession } from './security.ts';
import { powerless } from './window.ts';

export const printScheme = 'print';
const documentUrl = `${printScheme}://document/`;

/**
 * Prints in a hidden window of a session of its own, in memory: scripts off, no preload, and the
 * document at its one address is all that can be loaded (besides `data:` within it).
 */
export function createPrinter(timeoutMs = printTimeoutMs): HostServices['printPdf'] {
  const inTurn = oneAtATime();
  const printSession = session.fromPartition('print', { cache: false });
  let html = '';
  hardenSession(printSession, (url) => url === documentUrl || url.startsWith('data:'));
  printSession.on('will-download', (event) => event.preventDefault());
  printSession.protocol.handle(printScheme, ({ url }) =>
    url === documentUrl
      ? new Response(html, { headers: printHeaders })
      : new Response(null, { status: 404 }),
  );
  return (document, { footerHtml }) =>
    inTurn(async () => {
      html = document;
      const webPreferences = {
        ...powerless,
        session: printSession,
        javascript: false,
        devTools: false,
      };
      const window = new BrowserWindow({ show: false, webPreferences });
      try {
        const work = print(window, footerHtml);
        return await withinTime(work, timeoutMs, new Error('Printing took too long'));
      } finally {
        html = '';
        window.destroy();
      }
    });
}

async function print(window: BrowserWindow, footerHtml: string): Promise<Uint8Array> {
  await window.loadURL(documentUrl);
  return window.webContents.printToPDF({
    pageSize: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: emptyHeader,
    footerTemplate: footerHtml,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
}
