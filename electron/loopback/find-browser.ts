import { accessSync, constants } from 'node:fs';
import { posix } from 'node:path';

export type BrowserSearch = {
  os: NodeJS.Platform;
  home: string;
  environment: Readonly<Record<string, string | undefined>>;
};

const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium-browser',
];
const macApplications = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

/** The first Chromium-family browser that is installed; null when there is none. */
export function findBrowser(search: BrowserSearch): string | null {
  return browserCandidates(search).find(isExecutable) ?? null;
}

/** Where a browser could be, best first. */
export function browserCandidates({ os, home, environment }: BrowserSearch): string[] {
  const { BELLWETHER_BROWSER: chosen } = environment;
  if (chosen) return [chosen];
  if (os === 'darwin') {
    return ['', home].flatMap((root) =>
      macApplications.map((name) => `${root}/Applications/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (os === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => environment[name])
      .filter((root) => root !== undefined)
      .flatMap((root) => windowsPrograms.map((program) => `${root}\\${program}`));
  }
  const { PATH: path = '' } = environment;
  const folders = path.split(posix.delimiter).filter((folder) => folder !== '');
  return linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
