import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { stateOf } from '../../electron/launch/build.mjs';

const root = join(import.meta.dirname, '../..');
const bundles = join(root, '.cache/test-worker');
const backend = join(root, 'electron/backend');
const jobs = join(backend, 'jobs');

/** Names the folder of the bundle to the tests; the value is empty when it could not be made. */
export const bundleVariable = 'BELLWETHER_TEST_WORKER';

/**
 * Bundles the backend's worker and jobs once for all tests that start the real thing: plain Node
 * cannot run the reports' TSX. Made anew only when the sources changed.
 */
export async function setup(): Promise<void> {
  const state = stateOf([backend, join(root, 'shared'), join(root, 'package-lock.json')]);
  const folder = join(bundles, state);
  try {
    if (!existsSync(folder)) await bundle(folder);
    process.env[bundleVariable] = folder;
  } catch (error) {
    // Tests that need no worker still run; the others say what is missing.
    console.error('The backend could not be bundled for tests:', error);
    process.env[bundleVariable] = '';
  }
}

async function bundle(folder: string): Promise<void> {
  rmSync(bundles, { recursive: true, force: true });
  const unfinished = `${folder}.${process.pid}`;
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3-multiple-ciphers', 'playwright-core'] },
    build: {
      ssr: true,
      target: 'node24',
      minify: false,
      copyPublicDir: false,
      outDir: unfinished,
      rollupOptions: { input: entries() },
    },
  });
  renameSync(unfinished, folder);
}

/** The worker and the jobs it starts from files beside it. */
function entries(): Record<string, string> {
  const names = existsSync(jobs) ? readdirSync(jobs).filter((name) => /-job\.ts$/.test(name)) : [];
  const inputs = [join(backend, 'worker.ts'), ...names.map((name) => join(jobs, name))];
  return Object.fromEntries(inputs.map((file) => [basename(file, '.ts'), file]));
}
