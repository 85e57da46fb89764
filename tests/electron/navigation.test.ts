import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ElectronHost, startElectronHost } from './start-host.ts';

let host: ElectronHost;
beforeAll(async () => {
  host = await startElectronHost();
});
afterAll(() => host.stop());

/** Where a link, a script, a dropped file, a meta refresh or a middle click could try to go. */
const elsewhere = [
  'https://evil.test/',
  'http://127.0.0.1:8080/',
  'http://localhost/',
  'file:///etc/passwd',
  'file:///C:/Users/manager/secret.txt',
  'file://server/share/x.exe',
  '\\\\server\\share\\x.exe',
  'data:text/html,<script>1</script>',
  'blob:https://evil.test/1',
  'blob:app://bellwether/1',
  'javascript:alert(1)',
  'about:blank',
  'about:srcdoc',
  'chrome://settings/',
  'devtools://devtools/bundled/inspector.html',
  'view-source:app://bellwether/',
  'app://evil/',
  'app://bellwether.evil.test/',
  'app://bellwether@evil.test/',
  'app://bellwether:8080/',
  'app://bellwether/assets/page.js',
  'app://bellwether/?x',
  'print://document/',
  'mailto:someone@example.com',
  'ms-msdt:/id',
  'weixin://',
  'ftp://evil.test/',
  'smb://evil.test/share',
  '',
];

describe.each(elsewhere)('%s', (url) => {
  test('cannot be reached from the page, a frame in it, a redirect or a new window', () => {
    const { webContents } = host.window;
    expect(webContents.navigate(url)).toBe(false);
    expect(webContents.navigate(url, { isMainFrame: false })).toBe(false);
    expect(webContents.redirect(url)).toBe(false);
    expect(webContents.openWindow({ url })).toEqual({ action: 'deny' });
  });
});

test('the page can be reloaded in place, but never inside a frame', () => {
  const { webContents } = host.window;
  expect(webContents.navigate('app://bellwether/')).toBe(true);
  expect(webContents.navigate('app://bellwether/#/deals')).toBe(true);
  expect(webContents.navigate('app://bellwether/', { isMainFrame: false })).toBe(false);
});

test('nothing can be embedded and no second window appears', () => {
  expect(host.window.webContents.attachWebview()).toBe(false);
  expect(host.electron.FakeWindow.all).toHaveLength(1);
});

test('no request leaves the machine: only the page and what it made can be loaded', () => {
  const { session } = host.window.webContents;
  const needed = ['app://bellwether/', 'app://bellwether/assets/page.js', 'data:image/png;base64,'];
  expect([...needed, 'blob:app://bellwether/1'].filter((url) => !session.lets(url))).toEqual([]);
  const foreign = [...elsewhere, 'ws://127.0.0.1:1/', 'https://update.example/'].filter(
    (url) => !/^(app:\/\/bellwether\/|blob:app:|data:|devtools:)/.test(url),
  );
  expect(foreign.filter((url) => session.lets(url))).toEqual([]);
  expect(host.electron.session.defaultSession.lets('app://bellwether/')).toBe(false);
  expect(host.electron.app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
});
