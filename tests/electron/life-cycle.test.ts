import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { appId, appName } from '#backend/hosting/identity.ts';
import { startTestHost } from '#tests/support/loopback-host.ts';
import { removeTestDirectories } from '#tests/support/start-backend.ts';
import { type ElectronHost, launch, startElectronHost } from './start-host.ts';

let host: ElectronHost | undefined;
afterEach(async () => {
  await host?.stop();
  host = undefined;
});
afterAll(removeTestDirectories);

test('the identity is frozen: another name would look like lost data', async () => {
  host = await startElectronHost({ arguments: [] });
  const { app, electron } = host;
  expect({ appName, appId }).toEqual({ appName: 'Bellwether', appId: 'app.bellwether.desktop' });
  expect(electron.app).toMatchObject({ name: appName, appUserModelId: appId });
  expect(electron.app.getPath('userData')).toBe(join(app.root, 'appData/Bellwether'));
  const database = join(app.root, 'appData/Bellwether/data/bellwether.db');
  expect(existsSync(database)).toBe(true);
  expect(statSync(database).mode & 0o077).toBe(0);
});

test('--data-dir keeps data, window and lock in a folder of its own', async () => {
  host = await startElectronHost();
  expect(host.electron.app.getPath('userData')).toBe(join(host.app.dataDirectory, 'electron'));
  expect(existsSync(join(host.app.dataDirectory, 'bellwether.db'))).toBe(true);
});

test('--sample opens the sample workspace in a file of its own', async () => {
  host = await startElectronHost();
  const { built, root } = { built: host.app, root: host.app.root };
  await host.stop();
  const { builtApp } = await import('#tests/support/built-app.ts');
  host = await startElectronHost({
    built: builtApp(root),
    arguments: ['--data-dir', built.dataDirectory, '--sample'],
  });
  expect(existsSync(join(built.dataDirectory, 'sample/sample.db'))).toBe(true);
}, 60_000);

test('the lock is asked for without data, before anything is opened', async () => {
  const { electron, built } = await launch({
    arrange: (fake) => {
      fake.app.hasLock = false;
    },
  });
  expect(electron.app.lockArguments).toEqual([]);
  expect(electron.app.exitCode).toBe(3);
  expect(electron.FakeWindow.all).toEqual([]);
  expect(existsSync(built.dataDirectory)).toBe(false);
});

test('a second start brings the window to the front', async () => {
  host = await startElectronHost();
  host.window.minimized = true;
  host.electron.app.emit('second-instance');
  expect(host.window.calls).toEqual(['show', 'restore', 'focus']);
});

test('a page that crashes comes back by itself, and not in a circle', async () => {
  host = await startElectronHost();
  const { webContents, calls } = host.window;
  webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  expect(calls).toEqual(['show', 'reload']);
});

test('data held by another host is left alone and said in words', async () => {
  host = await startElectronHost();
  const { app } = host;
  const { electron } = await launch({ built: app });
  await vi.waitUntil(() => electron.app.exitCode !== null, { timeout: 15_000 });
  expect(electron.app.exitCode).toBe(3);
  expect(electron.errorBoxes.map(({ title }) => title)).toEqual(['Bellwether is already open']);
  expect(electron.FakeWindow.all).toEqual([]);
});

test('data held by the loopback host is left alone too', async () => {
  const loopback = await startTestHost({ browser: null });
  const { electron } = await launch({ built: loopback.app });
  await vi.waitUntil(() => electron.app.exitCode !== null, { timeout: 15_000 });
  expect(electron.app.exitCode).toBe(3);
  await loopback.close();
});

test('a missing build is said in words', async () => {
  const { electron } = await launch({
    arrange: (fake) => {
      fake.app.appPath = '/nowhere';
      fake.app.languages = ['ja', 'zh-Hans-CN', 'en'];
    },
  });
  await vi.waitUntil(() => electron.app.exitCode !== null, { timeout: 15_000 });
  expect(electron.errorBoxes.map(({ title }) => title)).toEqual(['Bellwether 未能启动']);
});

describe('the menu', () => {
  test.each([
    ['en-GB', ['File', 'Edit', 'View', 'Window']],
    ['zh-CN', ['文件', '编辑', '视图', '窗口']],
  ])('speaks the language of the system (%s)', async (tag, labels) => {
    host = await startElectronHost({
      arrange: (fake) => {
        fake.app.languages = [tag];
      },
    });
    const { Menu } = host.electron;
    expect(Menu.current.map(({ label }) => label)).toEqual(labels);
    const roles = JSON.stringify(Menu.current);
    expect(roles).not.toMatch(/"(undo|redo|toggleDevTools|forceReload)"/);
  });
});
