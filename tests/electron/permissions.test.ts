import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ElectronHost, startElectronHost } from './start-host.ts';

let host: ElectronHost;
beforeAll(async () => {
  host = await startElectronHost();
});
afterAll(() => host.stop());

/** All that Electron 45 knows, from `setPermissionCheckHandler` in its type definitions. */
const permissions = `ar automatic-fullscreen background-fetch background-sync
captured-surface-control clipboard-read deprecated-sync-clipboard-read display-capture fileSystem
fullscreen geolocation geolocation-approximate hand-tracking hid idle-detection keyboardLock
local-fonts local-network local-network-access loopback-network media mediaKeySystem midi midiSysex
nfc notifications openExternal payment-handler periodic-background-sync persistent-storage
pointerLock screen-wake-lock sensors serial smart-card speaker-selection storage-access
system-wake-lock top-level-storage-access usb vr web-app-installation web-printing
window-management unknown`.split(/\s+/);

const page = 'app://bellwether/';

function isGranted(permission: string, requestingUrl = page, isMainFrame = true): boolean {
  const { session } = host.window.webContents;
  let isAnswered: boolean | undefined;
  const answer = (granted: boolean) => {
    isAnswered = granted;
  };
  session.permissionRequest?.({}, permission, answer, { requestingUrl, isMainFrame });
  const origin = requestingUrl.replace(/\/$/, '');
  const isChecked = session.permissionCheck?.({}, permission, origin, { isMainFrame }) ?? true;
  return (isAnswered ?? true) || isChecked;
}

describe('in every session', () => {
  test.each(permissions)('%s is refused', (permission) => {
    expect(isGranted(permission)).toBe(false);
  });
});

test('the page may copy text, and nobody else may', () => {
  expect(isGranted('clipboard-sanitized-write')).toBe(true);
  const { permissionCheck } = host.window.webContents.session;
  for (const origin of ['app://bellwether', 'app://bellwether/']) {
    expect(permissionCheck?.({}, 'clipboard-sanitized-write', origin, {})).toBe(true);
  }
  expect(isGranted('clipboard-sanitized-write', 'https://evil.test/')).toBe(false);
  expect(isGranted('clipboard-sanitized-write', 'app://evil/')).toBe(false);
});

test('devices, screens and Bluetooth pairing are refused', () => {
  const { session } = host.window.webContents;
  const answers: unknown[] = [];
  session.displayMedia?.({}, (streams) => answers.push(streams));
  session.bluetooth?.({}, (response) => answers.push(response));
  expect(session.device?.({ deviceType: 'usb' })).toBe(false);
  expect(answers).toEqual([null, { confirmed: false }]);
});

test.each([
  ['blob:app://bellwether/7f', true],
  ['blob:https://evil.test/7f', false],
  ['https://evil.test/setup.exe', false],
  ['data:text/plain,x', false],
  ['app://bellwether/assets/page.js', false],
])('a download of %s is let through: %s', (url, isLet) => {
  let isPrevented = false;
  let saved: { defaultPath?: string } = {};
  const item = {
    getURL: () => url,
    getFilename: () => '../../绩效评估.pdf',
    setSaveDialogOptions: (options: typeof saved) => {
      saved = options;
    },
  };
  const event = { preventDefault: () => (isPrevented = true) };
  host.window.webContents.session.emit('will-download', event, item);
  expect(isPrevented).toBe(!isLet);
  if (isLet) expect(saved.defaultPath).toBe(`${host.app.root}/downloads/绩效评估.pdf`);
});
