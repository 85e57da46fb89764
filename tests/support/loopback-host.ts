import { join } from 'node:path';
import {
  type LoopbackHost,
  type LoopbackHostOptions,
  startLoopbackHost,
} from '../../electron/loopback/host.ts';
import { type BuiltApp, builtApp } from './built-app.ts';
import { chromiumPath } from './chromium.ts';

export type TestHost = LoopbackHost & { app: BuiltApp; host: string; port: number };

/** The loopback host in this process, on a build in miniature with the real backend. */
export async function startTestHost(
  options: Partial<LoopbackHostOptions> & { app?: BuiltApp } = {},
): Promise<TestHost> {
  const { app = builtApp(), ...rest } = options;
  const started = await startLoopbackHost({
    dataDirectory: app.dataDirectory,
    entriesDirectory: app.entriesDirectory,
    rendererDirectory: app.rendererDirectory,
    resourcesDirectory: join(app.root, 'resources'),
    appVersion: '0.0.0-test',
    openSample: false,
    port: 0,
    clockOffsetMs: 0,
    browser: chromiumPath(),
    isHeadless: true,
    ...rest,
  });
  const { host, port } = new URL(started.origin);
  return { ...started, app, host, port: Number(port) };
}

/** The code in an address. */
export function codeOf(address: string): string {
  return new URL(address).hash.replace('#code=', '');
}
