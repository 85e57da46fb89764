import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { appId, appName } from '#backend/hosting/identity.ts';
import { startBackendWorker } from '#backend/start-worker.ts';
import { removeTestDirectories, testDirectory } from '#tests/support/start-backend.ts';
import { keyFileSecrets } from '../../electron/loopback/secrets.ts';

const root = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const isBuilt = existsSync(join(root, 'out/main/worker.js'));

afterAll(removeTestDirectories);

describe('the packaging settings', () => {
  test('are what electron-builder’s own schema allows', () => {
    const scheme = readFileSync(join(root, 'node_modules/app-builder-lib/scheme.json'), 'utf8');
    const settings = z.fromJSONSchema(JSON.parse(scheme));
    expect(settings.safeParse(manifest.build).error).toBeUndefined();
    expect(settings.safeParse({ ...manifest.build, npmRebuildd: true }).success).toBe(false);
    const nsis = { ...manifest.build.nsis, oneClick: 'perhaps' };
    expect(settings.safeParse({ ...manifest.build, nsis }).success).toBe(false);
  });

  test('keep the frozen identity and the data of a person who uninstalls', () => {
    const { appId: id, productName, nsis } = manifest.build;
    expect({ id, productName }).toEqual({ id: appId, productName: appName });
    expect(nsis.deleteAppDataOnUninstall).toBe(false);
    expect(nsis.perMachine).toBe(false);
  });

  test('name the three systems', () => {
    const { win, mac, linux } = manifest.build;
    const targets = [win, mac, linux].flatMap(({ target }) =>
      target.map((entry: string | { target: string }) =>
        typeof entry === 'string' ? entry : entry.target,
      ),
    );
    expect(targets).toEqual(['nsis', 'dmg', 'AppImage', 'deb']);
  });

  test('set each fuse', () => {
    expect(manifest.build.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });
});

describe.runIf(isBuilt && process.platform === 'linux')('a package made of the build', () => {
  let resources: string;
  let program: string;

  beforeAll(async () => {
    const output = testDirectory();
    pack(await fakeElectron(), output);
    const unpacked = join(
      output,
      readdirSync(output).find((name) => name.endsWith('-unpacked')) ?? '',
    );
    resources = join(unpacked, 'resources');
    program = join(unpacked, 'bellwether');
  }, 120_000);

  test('holds the Electron host, its page and the driver, and nothing of the loopback host', () => {
    const { listPackage } = fromElectronBuilder('@electron/asar');
    const files: string[] = listPackage(join(resources, 'app.asar'), {});
    expect(files).toContain('/out/main/index.js');
    expect(files).toContain('/out/preload/index.cjs');
    expect(files).toContain('/out/renderer/index.html');
    expect(files.filter((file) => /loopback|playwright|\.map$|\/(deps|src)\//.test(file))).toEqual(
      [],
    );
    const drivers = files.filter((file) => file.endsWith('.node'));
    expect(drivers).toHaveLength(1);
    expect(readdirSync(join(resources, 'resources'))).not.toContain('installer');
  });

  test('its fuses are set as listed', () => {
    const bytes = readFileSync(program);
    const wire = bytes.subarray(bytes.indexOf(fuseSentinel) + fuseSentinel.length + 2);
    expect(wire.subarray(0, 8).toString()).toBe('01001100');
  });

  test('its worker, outside the archive, opens encrypted data with the packed driver', async () => {
    const dataDirectory = testDirectory();
    const backend = await startBackendWorker({
      dataDirectory,
      resourcesDirectory: join(resources, 'resources'),
      entriesDirectory: join(resources, 'app.asar.unpacked/out/main'),
      appVersion: manifest.version,
      clockOffsetMs: 0,
      openSample: false,
      services: {
        ...keyFileSecrets(dataDirectory),
        printPdf: () => Promise.reject(new Error('This test prints nothing')),
        openDataFolder: async () => {},
        setLanguage: async () => {},
      },
    });
    expect(backend.ownsData).toBe(true);
    await backend.close();
    const header = readFileSync(join(dataDirectory, 'bellwether.db')).subarray(0, 16);
    expect(header).toHaveLength(16);
    expect(header.toString('latin1')).not.toContain('SQLite format');
  });
});

const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** A folder that electron-builder takes for Electron: its names, and a program with fuses. */
async function fakeElectron(): Promise<string> {
  const folder = testDirectory();
  const app = testDirectory();
  writeFileSync(join(app, 'package.json'), '{}');
  mkdirSync(join(folder, 'resources'));
  mkdirSync(join(folder, 'locales'));
  const fuses = Buffer.concat([
    Buffer.from(fuseSentinel),
    Buffer.of(1, 9),
    Buffer.from('101010101'),
  ]);
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.alloc(64), fuses]), {
    mode: 0o755,
  });
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) {
    writeFileSync(join(folder, name), '0');
  }
  const { createPackage } = fromElectronBuilder('@electron/asar');
  await createPackage(app, join(folder, 'resources/default_app.asar'));
  return folder;
}

function pack(electronDist: string, output: string): void {
  const builder = join(root, 'node_modules/electron-builder/cli.js');
  const settings = [`-c.electronDist=${electronDist}`, `-c.directories.output=${output}`];
  execFileSync(process.execPath, [builder, '--linux', 'dir', ...settings], {
    cwd: root,
    stdio: 'pipe',
  });
}

/** A package that electron-builder brings with it. */
function fromElectronBuilder(name: string) {
  const require = createRequire(join(root, 'node_modules/app-builder-lib/package.json'));
  return require(name);
}
