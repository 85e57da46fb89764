import { basename, join } from 'node:path';
import { app, type Session, type WebContents } from 'electron';
import { isPage, pageOrigin } from './page-address.ts';

/** Switches that must be set before the app is ready: every process sandboxed, no network. */
export function hardenProcess(): void {
  app.enableSandbox();
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
}

/** No page leaves its address, opens a window or embeds another. A reload stays possible. */
function hardenContents(contents: WebContents): void {
  const refuseForeign = (event: { url: string; isMainFrame: boolean; preventDefault(): void }) => {
    if (!event.isMainFrame || !isPage(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', refuseForeign);
  contents.on('will-frame-navigate', refuseForeign);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/**
 * Refuses every permission and device (Electron grants them by default) and every request that
 * the session has no use for.
 *
 * @param isNeeded tells which addresses the session may load
 */
export function hardenSession(session: Session, isNeeded: (url: string) => boolean): void {
  const copying = 'clipboard-sanitized-write';
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(permission === copying && details.isMainFrame && isPage(details.requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) =>
      permission === copying && isPage(origin.replace(/\/?$/, '/')),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isNeeded(url) }));
}

/** Only what the page itself made can be saved, where the manager says. */
export function allowOwnDownloads(session: Session): void {
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${pageOrigin}/`)) return event.preventDefault();
    const defaultPath = join(app.getPath('downloads'), basename(item.getFilename()));
    item.setSaveDialogOptions({ defaultPath });
  });
}
