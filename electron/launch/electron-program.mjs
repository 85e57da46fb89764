import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { binOf, cache, root } from './project.mjs';

const downloadTimeoutMs = 60_000;
/** After a download that failed, a start does not try again for a day. */
const patienceMs = 24 * 60 * 60_000;
const failureMark = join(cache, 'electron-download-failed');

/** Electron's program as its package records it; null while only the package is there. */
export function electronProgram(folder = join(root, 'node_modules/electron')) {
  const record = join(folder, 'path.txt');
  if (!existsSync(record)) return null;
  const program = join(folder, 'dist', readFileSync(record, 'utf8').trim());
  return existsSync(program) ? program : null;
}

/** Whether a download is worth the wait: never, or not lately, has one failed. */
export function mayDownload(mark = failureMark, now = Date.now()) {
  return !existsSync(mark) || now - statSync(mark).mtimeMs > patienceMs;
}

/** Downloads Electron's program with its own installer. @returns {Promise<string | null>} */
export async function downloadElectron() {
  await runQuietly(binOf('electron', 'install-electron'), downloadTimeoutMs);
  const program = electronProgram();
  if (program === null) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(failureMark, '');
  }
  return program;
}

/** @param {string} script @param {number} timeoutMs @returns {Promise<void>} */
function runQuietly(script, timeoutMs) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [script], { cwd: root, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const finish = () => {
      clearTimeout(timer);
      done();
    };
    child.once('exit', finish);
    child.once('error', finish);
  });
}
