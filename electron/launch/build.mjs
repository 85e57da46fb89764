import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { binOf, root, run } from './project.mjs';
import { say } from './say.mjs';

const sources = [
  'electron/backend',
  'electron/loopback',
  'electron/main',
  'electron/preload',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const stamp = join(root, 'out/.built-from');

/** Builds the app when its sources are not those it was built from. @returns {Promise<boolean>} */
export async function ensureBuilt() {
  const state = stateOf(sources.map((source) => join(root, source)));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return true;
  say('building');
  const code = await run(process.execPath, [binOf('electron-vite'), 'build']);
  if (code === 0) writeFileSync(stamp, state);
  else say('buildFailed');
  return code === 0;
}

/**
 * A fingerprint of the contents and names of files; times of files mean nothing after a checkout.
 *
 * @param {readonly string[]} paths files and folders
 */
export function stateOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder)) {
    const content = readFileSync(file);
    hash.update(`${file.slice(root.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
