import { expect, test } from 'vitest';
import { browserCandidates } from '../../../electron/loopback/find-browser.ts';

const nowhere = { home: '/home/manager', environment: {} };

test('on Linux every folder of the path is searched, Chrome first', () => {
  const environment = { PATH: '/usr/bin::/opt/bin' };
  const candidates = browserCandidates({ ...nowhere, os: 'linux', environment });
  expect(candidates.slice(0, 2)).toEqual([
    '/usr/bin/google-chrome-stable',
    '/opt/bin/google-chrome-stable',
  ]);
  expect(candidates).toContain('/usr/bin/chromium');
  expect(candidates).toContain('/opt/bin/microsoft-edge');
});

test('on macOS the applications of the machine come before those of the person', () => {
  const candidates = browserCandidates({ ...nowhere, os: 'darwin' });
  expect(candidates[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(candidates.at(-1)).toBe('/home/manager/Applications/Chromium.app/Contents/MacOS/Chromium');
});

test('on Windows Edge is found where it is always installed', () => {
  const environment = { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Local' };
  const candidates = browserCandidates({ ...nowhere, os: 'win32', environment });
  expect(candidates).toContain('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe');
  expect(candidates).toContain('C:\\Local\\Google\\Chrome\\Application\\chrome.exe');
});

test('a browser named by the environment is the only one', () => {
  const environment = { PATH: '/usr/bin', BELLWETHER_BROWSER: '/opt/brave' };
  expect(browserCandidates({ ...nowhere, os: 'linux', environment })).toEqual(['/opt/brave']);
});
