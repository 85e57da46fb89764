import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What the project's scripts leave behind for the next run; not under version control. */
export const cache = join(root, '.cache');

/**
 * A command of an installed package, as arguments for Node: no shell and no `.bin` links, which
 * differ between systems.
 *
 * @param {string} name of the package
 * @param {string} [command] its command, where it has several
 */
export function binOf(name, command = name.replace(/^@[^/]+\//, '')) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Runs a program in this terminal and passes signals on to it.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ environment?: Record<string, string>, shell?: boolean }} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it or it could not be started
 */
export function run(program, args, { environment = {}, shell = false } = {}) {
  return new Promise((done) => {
    const child = spawn(program, [...args], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: 'inherit',
      shell,
    });
    const stop = passSignals(child);
    const finish = (/** @type {number} */ code) => {
      stop();
      done(code);
    };
    child.once('error', (error) => {
      console.error(error.message);
      finish(1);
    });
    child.once('exit', (code) => finish(code ?? 1));
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function passSignals(child) {
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  if (process.platform !== 'win32') signals.push('SIGUSR2');
  const pass = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
}

/** The Node that the project pins, as a package; null where its install script did not run. */
export function projectNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(root, 'node_modules/node/bin', name);
  return existsSync(path) ? path : null;
}
