import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { type BuiltApp, builtApp } from '#tests/support/built-app.ts';
import {
  commandLinesNaming,
  type LoopbackProcess,
  startLoopbackProcess,
  until,
} from '#tests/support/loopback-process.ts';
import { fromPage, requestText, sendRaw } from '#tests/support/raw-http.ts';
import { removeTestDirectories } from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

const addressPattern = /http:\/\/127\.0\.0\.1:(\d+)\/#code=([\w-]{43})/;

function start(app: BuiltApp, ...args: string[]): LoopbackProcess {
  const started = startLoopbackProcess(app, args);
  onTestFinished(() => void started.child.kill('SIGKILL'));
  return started;
}

function addresses(host: LoopbackProcess): string[][] {
  return [...host.output().matchAll(new RegExp(addressPattern, 'g'))].map(([, ...parts]) => parts);
}

/** The page of the window says hello to the backend, and closes its window when told to. */
function windowApp(script = ''): BuiltApp {
  const app = builtApp();
  const file = join(app.rendererDirectory, 'assets/page.js');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${script}`);
  return app;
}

// The window's tests look into /proc and use a shell script as browser.
describe.runIf(process.platform === 'linux')('L8: the host lives and dies with its window', () => {
  test('it ends when the window is closed, and leaves no process behind', async () => {
    const app = windowApp('if (token) setTimeout(() => window.close(), 1000);');
    const host = start(app);
    await host.waitFor('Bellwether is open in a window of its own');
    const opened = performance.now();
    expect(await host.exited).toBe(0);
    expect(performance.now() - opened).toBeLessThan(11_000);
    expect(host.output()).toContain('Everything is saved');
    await until(() => commandLinesNaming(app.root).length === 0, 10_000);
  }, 60_000);

  test('it ends when the browser is killed', async () => {
    const app = windowApp();
    const host = start(app);
    await host.waitFor('Bellwether is open in a window of its own');
    const [pid] = (mainBrowser(app) ?? '').split(' ');
    process.kill(Number(pid), 'SIGKILL');
    const killed = performance.now();
    expect(await host.exited).toBe(0);
    expect(performance.now() - killed).toBeLessThan(10_000);
    await until(() => commandLinesNaming(app.root).length === 0, 10_000);
  }, 60_000);

  test('the browser ends when the host is killed', async () => {
    const app = windowApp();
    const host = start(app);
    await host.waitFor('Bellwether is open in a window of its own');
    host.child.kill('SIGKILL');
    await until(() => commandLinesNaming(app.root).length === 0, 10_000);
  }, 60_000);

  test('L4: no command line, file or address of the browser holds the token', async () => {
    const app = windowApp('document.title = "in " + (token ?? "");');
    const host = start(app);
    await host.waitFor('Bellwether is open in a window of its own');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const lines = commandLinesNaming(app.root).join('\n');
    expect(lines).toContain('--app=http://127.0.0.1:');
    expect(lines).not.toMatch(/#|code=|token/);
    expect(host.output()).not.toMatch(/#code=/);
    expect(filesUnder(join(app.dataDirectory, 'browser'), 'bellwether.token')).toEqual([]);
    expect(filesUnder(join(app.dataDirectory, 'browser'), '127.0.0.1')).toEqual([]);
    host.child.kill('SIGTERM');
    expect(await host.exited).toBe(0);
  }, 60_000);

  test('the browser has a private profile, no extensions, no sync and no network', async () => {
    const app = windowApp();
    const host = start(app);
    await host.waitFor('Bellwether is open in a window of its own');
    const profile = join(app.dataDirectory, 'browser');
    expect(statSync(profile).mode & 0o777).toBe(0o700);
    const line = mainBrowser(app) ?? '';
    expect(line).toContain(`--user-data-dir=${profile}`);
    for (const flag of ['--incognito', '--disable-extensions', '--disable-sync']) {
      expect(line).toContain(flag);
    }
    expect(line).toContain('--proxy-server=http://127.0.0.1:9');
    expect(line).not.toContain('--remote-debugging-port');
    host.child.kill('SIGTERM');
    await host.exited;
  }, 60_000);

  test('a browser that cannot be controlled is left, and the address printed instead', async () => {
    const app = windowApp();
    const refused = startLoopbackProcess(app, [], { BELLWETHER_BROWSER: '/bin/false' });
    onTestFinished(() => void refused.child.kill('SIGKILL'));
    await refused.waitFor(addressPattern);
    expect(refused.output()).toContain('cannot open a window of its own');
    refused.child.kill('SIGTERM');
    expect(await refused.exited).toBe(0);
  }, 60_000);
});

describe('without a window', () => {
  test('the address works once, and a line or a signal gives a new one', async () => {
    const host = start(builtApp(), '--no-window');
    await host.waitFor(/Ctrl\+C to close/);
    const [first] = addresses(host);
    expect(await exchange(first)).toBe(200);
    expect(await exchange(first)).toBe(401);
    host.child.stdin?.write('\n');
    await until(() => addresses(host).length === 2);
    expect(await exchange(addresses(host)[1])).toBe(200);
    if (process.platform !== 'win32') {
      host.child.kill('SIGUSR2');
      await until(() => addresses(host).length === 3);
      expect(await exchange(addresses(host)[2])).toBe(200);
    }
    host.child.kill('SIGTERM');
    await host.exited;
  });

  test('it stays up when its terminal is gone, until it is told to end', async () => {
    const host = start(builtApp(), '--no-window');
    await host.waitFor(/Ctrl\+C to close/);
    host.child.stdin?.end();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(host.child.exitCode).toBeNull();
    expect(await exchange(addresses(host)[0])).toBe(200);
    host.child.kill('SIGTERM');
    expect(await host.exited).toBe(process.platform === 'win32' ? 'SIGTERM' : 0);
  });

  test('a second start on the same data ends at once and says so', async () => {
    const app = builtApp();
    const host = start(app, '--no-window');
    await host.waitFor(/Ctrl\+C to close/);
    const begun = performance.now();
    const second = start(app, '--no-window');
    expect(await second.exited).toBe(3);
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(second.output()).toContain('Another Bellwether on this computer');
    expect(addresses(second)).toEqual([]);
    host.child.kill('SIGTERM');
    await host.exited;
  });

  test('of five starts at once on the same data exactly one opens', async () => {
    const app = builtApp();
    const hosts = Array.from({ length: 5 }, () => start(app, '--no-window'));
    await until(() => hosts.filter(({ child }) => child.exitCode === 3).length === 4, 50_000);
    const owners = hosts.filter(({ child }) => child.exitCode === null);
    expect(owners).toHaveLength(1);
    for (const owner of owners) {
      await owner.waitFor(/Ctrl\+C to close/);
      expect(await exchange(addresses(owner)[0])).toBe(200);
      owner.child.kill('SIGTERM');
      await owner.exited;
    }
  }, 60_000);

  test('everything in the data folder is for its owner alone', async () => {
    if (process.platform === 'win32') return;
    const app = builtApp();
    const host = start(app, '--no-window', '--sample');
    await host.waitFor(/Ctrl\+C to close/);
    const entries = readdirSync(app.dataDirectory, { recursive: true, encoding: 'utf8' });
    expect(entries).toContain('device.key');
    const open = ['.', ...entries].filter(
      (name) => statSync(join(app.dataDirectory, name)).mode & 0o077,
    );
    expect(open).toEqual([]);
    host.child.kill('SIGTERM');
    await host.exited;
  }, 60_000);

  test.each([
    [['--nonsense'], /Unknown option/],
    [['--port', '99999'], /--port takes a whole number/],
    [['--clock-offset-ms', '1.5'], /--clock-offset-ms takes a whole number/],
    [['stray'], /Unexpected argument/],
  ])('%j is explained', async (args, message) => {
    const host = start(builtApp(), '--no-window', ...args);
    expect(await host.exited).toBe(2);
    expect(host.output()).toMatch(message);
    expect(host.output()).toContain('Usage:');
  });
});

/** The browser's own process, not its children. */
function mainBrowser(app: BuiltApp): string | undefined {
  return commandLinesNaming(app.root).find(
    (line) => line.includes('--app=') && !line.includes('--type='),
  );
}

function filesUnder(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}

async function exchange([port = '', code = '']: string[] = []): Promise<number | undefined> {
  const body = JSON.stringify({ code });
  const headers = {
    ...fromPage(`127.0.0.1:${port}`),
    'content-type': 'application/json',
    'content-length': String(body.length),
  };
  const text = requestText({ method: 'POST', path: '/session', headers, body });
  return (await sendRaw(Number(port), text))?.status;
}
