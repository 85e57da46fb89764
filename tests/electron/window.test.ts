import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { builtApp } from '#tests/support/built-app.ts';
import { type ElectronHost, startElectronHost } from './start-host.ts';

let host: ElectronHost;
afterEach(() => host.stop());

test('the page has no Node, no preload powers and every process is sandboxed', async () => {
  host = await startElectronHost();
  const { session, preload, ...preferences } = host.window.options.webPreferences;
  expect(preferences).toEqual({
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
    devTools: true,
  });
  expect(preload).toBe(join(host.app.root, 'out/preload/index.cjs'));
  expect(session.isSpellChecking).toBe(false);
  expect(host.electron.app.isSandboxed).toBe(true);
});

test('a packaged app has no developer tools', async () => {
  host = await startElectronHost({
    arrange: (electron) => {
      electron.app.isPackaged = true;
      Object.assign(process, { resourcesPath: '/nowhere' });
    },
  });
  expect(host.window.options.webPreferences.devTools).toBe(false);
  expect(host.window.webContents.session.lets('devtools://devtools/bundled/x.js')).toBe(false);
});

test('the window shows the page at its one address and nothing is kept on disk', async () => {
  host = await startElectronHost();
  expect(host.window.loaded.map(({ url }) => url)).toEqual(['app://bellwether/']);
  const { session } = host.window.options.webPreferences;
  expect(session.partition).not.toMatch(/^persist:/);
  expect(session.options).toEqual({ cache: false });
});

test('the window comes back where it was, unless that is on no screen now', async () => {
  const built = builtApp();
  const stateFile = join(built.dataDirectory, 'electron/window-state.json');
  host = await startElectronHost({ built });
  const { x: firstX } = host.window.options;
  expect(firstX).toBeUndefined();
  mkdirSync(join(built.dataDirectory, 'electron'), { recursive: true });
  host.window.maximized = true;
  host.window.emit('close');
  expect(JSON.parse(readFileSync(stateFile, 'utf8'))).toEqual({
    bounds: { x: 40, y: 50, width: 1200, height: 800 },
    isMaximized: true,
  });
});

test.each([
  ['on the screen', { x: 40, y: 50, width: 1200, height: 800 }, true],
  ['on a screen that is gone', { x: 2500, y: 50, width: 1200, height: 800 }, false],
  ['above the screen', { x: 40, y: -300, width: 1200, height: 800 }, false],
  ['with a corner that can still be caught', { x: 1700, y: 900, width: 1200, height: 800 }, true],
])('a window that was %s', async (_where, bounds, isKept) => {
  const built = builtApp();
  mkdirSync(join(built.dataDirectory, 'electron'), { recursive: true });
  const stateFile = join(built.dataDirectory, 'electron/window-state.json');
  writeFileSync(stateFile, JSON.stringify({ bounds, isMaximized: false }));
  host = await startElectronHost({ built });
  const { x, y, width, height } = host.window.options;
  expect({ width, height }).toEqual({ width: 1200, height: 800 });
  expect({ x, y }).toEqual(isKept ? { x: bounds.x, y: bounds.y } : {});
});

test('a window whose place cannot be kept closes all the same', async () => {
  host = await startElectronHost();
  const stateFile = join(host.app.dataDirectory, 'electron/window-state.json');
  mkdirSync(join(stateFile, 'not-a-file'), { recursive: true });
  const errors = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  host.window.emit('close');
  expect(errors).toHaveBeenCalledWith(expect.stringContaining("The window's place was not kept"));
  errors.mockRestore();
});

test('a broken window state is ignored', async () => {
  const built = builtApp();
  mkdirSync(join(built.dataDirectory, 'electron'), { recursive: true });
  writeFileSync(join(built.dataDirectory, 'electron/window-state.json'), '{"bounds":{"x":1e99');
  host = await startElectronHost({ built });
  expect(host.window.options).toMatchObject({ width: 1360, height: 860 });
  expect(existsSync(join(built.dataDirectory, 'electron'))).toBe(true);
  expect(readdirSync(built.dataDirectory)).toContain('bellwether.db');
});
