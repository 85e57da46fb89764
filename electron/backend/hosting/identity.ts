import { join } from 'node:path';

/**
 * Frozen: the data folder, the keychain entry and the installer's registration hang on these.
 * Another name would look to a manager like lost data.
 */
export const appName = 'Bellwether';
export const appId = 'app.bellwether.desktop';

/** Where the manager's data is unless `--data-dir` says otherwise; the same for both hosts. */
export function defaultDataDirectory(applicationData: string): string {
  return join(applicationData, appName, 'data');
}

export type Machine = {
  os: NodeJS.Platform;
  home: string;
  environment: { readonly APPDATA?: string; readonly XDG_CONFIG_HOME?: string };
};

/** The folder that Electron calls `appData`, for the host that has no Electron to ask. */
export function applicationDataDirectory({ os, home, environment }: Machine): string {
  if (os === 'win32') return environment.APPDATA ?? join(home, 'AppData', 'Roaming');
  if (os === 'darwin') return join(home, 'Library', 'Application Support');
  return environment.XDG_CONFIG_HOME ?? join(home, '.config');
}
