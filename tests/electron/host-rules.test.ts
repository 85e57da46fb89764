import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const electron = join(import.meta.dirname, '../../electron');

function sources(folder: string): { name: string; text: string }[] {
  return readdirSync(join(electron, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(join(electron, folder, name), 'utf8') }));
}

const host = [...sources('main'), ...sources('preload')];
const readme = readFileSync(join(electron, 'main/README.md'), 'utf8');

test('the whole host stays under 500 lines', () => {
  const lines = host.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
  expect(lines).toBeLessThan(500);
});

describe('is never called:', () => {
  test.each([
    'openExternal',
    'crashReporter',
    'executeJavaScript',
    'contextBridge.',
    'insertCSS',
    'ipcMain.handle',
    'nodeIntegration: true',
    'contextIsolation: false',
    'webSecurity: false',
    'sandbox: false',
    'bypassCSP',
    'loadFile',
    'autoUpdater',
  ])('%s', (call) => {
    expect(host.filter(({ text }) => text.includes(call)).map(({ name }) => name)).toEqual([]);
  });
});

test('the page is listened to in one place', () => {
  expect(host.filter(({ text }) => text.includes('ipcMain')).map(({ name }) => name)).toEqual([
    'relay.ts',
  ]);
});

test('the README names every Electron API that is called', () => {
  const objects =
    'app|dialog|session|shell|protocol|safeStorage|screen|ipcMain|Menu|ipcRenderer|window|contents|item|frame|page';
  const call = new RegExp(`\\b(?:${objects})\\.[a-zA-Z.]+(?=[(<])`, 'g');
  // The preload speaks to the page's own window, which is no Electron API.
  const ofThePage = /^window\.(postMessage|addEventListener|removeEventListener)$/;
  const calls = host
    .flatMap(({ text }) => text.match(call) ?? [])
    .map((name) => name.replace(/^protocol\.handle$/, 'session.protocol.handle'))
    .filter((name) => !ofThePage.test(name));
  expect(new Set(calls).size).toBeGreaterThan(50);
  expect([...new Set(calls)].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test('the README was checked against the Electron that is installed', () => {
  const path = join(electron, '../node_modules/electron/package.json');
  const { version } = JSON.parse(readFileSync(path, 'utf8'));
  expect(readme).toContain(`Electron ${version}`);
});
