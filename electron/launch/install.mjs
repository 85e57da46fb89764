import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './project.mjs';
import { say } from './say.mjs';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */
/** @typedef {Record<string, LockedPackage>} Packages */

/** Installs the packages when they are not those of the lock file. @returns {Promise<boolean>} */
export async function ensureInstalled() {
  const wanted = readPackages('package-lock.json');
  if (isInstalled(wanted, readPackages('node_modules/.package-lock.json'))) return true;
  say('installing');
  // Not `npm ci`: it refuses a lock file that was written where some optional packages of other
  // systems could not be had. This takes the same versions and writes no file of ours.
  const code = await npm(['install', '--no-save', '--no-audit', '--no-fund']);
  if (code !== 0) say('installFailed');
  return code === 0;
}

/**
 * Compares what npm wrote down about `node_modules` with the lock file; times of files mean
 * nothing after a checkout.
 *
 * @param {Packages} wanted
 * @param {Packages} present
 */
export function isInstalled(wanted, present) {
  const names = Object.keys(wanted).filter((name) => name !== '');
  const isRight = (/** @type {string} */ name) => {
    const [want, have] = [wanted[name], present[name]];
    // Packages for other systems are in the lock file and not on the disk, or the other way round.
    if (have === undefined) return Boolean(want?.optional || want?.devOptional);
    return have.version === want?.version;
  };
  return (
    names.length > 0 &&
    names.every(isRight) &&
    Object.entries(present).every(([name, { optional }]) => name in wanted || optional)
  );
}

/** @param {string} file @returns {Packages} */
function readPackages(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** @param {string[]} args */
function npm(args) {
  // Started by npm, its program is known; otherwise it is looked up, on Windows as a script.
  const { npm_execpath: cli } = process.env;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}
