import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { type BuiltApp, builtApp } from '#tests/support/built-app.ts';
import type * as fake from './fake-electron.ts';

export type ElectronHost = {
  electron: typeof fake;
  app: BuiltApp;
  /** The window that shows the page. */
  window: fake.FakeWindow;
  stop(): Promise<void>;
};

export type StartHostOptions = {
  arguments?: readonly string[];
  built?: BuiltApp;
  /** Changes the fake before the host starts. */
  arrange?(electron: typeof fake): void;
};

/** Starts the Electron host anew on a fake Electron and the real backend. */
export async function startElectronHost(options: StartHostOptions = {}): Promise<ElectronHost> {
  const { electron, built } = await launch(options);
  await vi.waitUntil(() => electron.FakeWindow.all[0]?.loaded[0], { timeout: 30_000 });
  const [window] = electron.FakeWindow.all;
  if (window === undefined) throw new Error('No window was opened');
  const stop = async () => {
    const exited = once(electron.app, 'fake-exit');
    electron.app.quit();
    await exited;
    rmSync(built.root, { recursive: true, force: true });
  };
  return { electron, app: built, window, stop };
}

/** Runs the host's entry without waiting for a window. */
export async function launch({
  arguments: args,
  built = builtApp(),
  arrange,
}: StartHostOptions = {}) {
  vi.resetModules();
  vi.doMock('electron', () => import('./fake-electron.ts'));
  const electron = (await import('electron')) as unknown as typeof fake;
  electron.app.appPath = built.root;
  electron.app.setPath('appData', join(built.root, 'appData'));
  electron.app.setPath('downloads', join(built.root, 'downloads'));
  arrange?.(electron);
  process.argv = ['electron', built.root, ...(args ?? ['--data-dir', built.dataDirectory])];
  await import('../../electron/main/index.ts');
  return { electron, built };
}
