import { join } from 'node:path';
import { app, BrowserWindow, type Session, screen } from 'electron';
import { rememberBounds, restoreBounds } from '../backend/hosting/window-bounds.ts';
import { pageUrl } from './page-address.ts';

/** What no page of this app has: Node, other windows' powers, or a way around the policy. */
export const powerless = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const;

/** What was typed is in the backend, so a crashed page comes back; one that crashes again does not. */
const crashPauseMs = 10_000;

/** Opens the one window of the app, where it was when it was closed. */
export async function openPageWindow(session: Session, preload: string): Promise<void> {
  const stateFile = join(app.getPath('userData'), 'window-state.json');
  const workAreas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const { bounds, isMaximized } = restoreBounds(stateFile, workAreas);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: app.getName(),
    autoHideMenuBar: true,
    webPreferences: { ...powerless, session, preload, devTools: !app.isPackaged },
  });
  if (isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    const state = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
    rememberBounds(stateFile, state);
  });
  let lastCrash = 0;
  window.webContents.on('render-process-gone', () => {
    if (Date.now() - lastCrash > crashPauseMs) window.reload();
    lastCrash = Date.now();
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  await window.loadURL(pageUrl);
}
