import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { chooseHost, hasDisplay } from './choose-host.mjs';
import { downloadElectron, electronProgram, mayDownload } from './electron-program.mjs';
import { ensureInstalled } from './install.mjs';
import { underProjectNode } from './node.mjs';
import { root, run } from './project.mjs';
import { say } from './say.mjs';

/** @typedef {{ host: import('./choose-host.mjs').Host | undefined, args: string[] }} Options */

const exitCode = { failed: 1, usage: 2, alreadyOpen: 3 };
/** Electron that ends sooner than this, with an error, never showed a window. */
const shortLifeMs = 10_000;

/** What `npm start` does, on a fresh clone as well. @returns {Promise<number>} */
async function start() {
  const options = readOptions();
  if (typeof options === 'number') return options;
  if (!(await ensureInstalled())) return exitCode.failed;
  const outcome = await underProjectNode(fileURLToPath(import.meta.url));
  if (outcome !== null) return outcome;
  if (!(await ensureBuilt())) return exitCode.failed;
  return open(options);
}

/** @returns {Options | number} the options, or the code to end with */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        host: { type: 'string' },
        'data-dir': { type: 'string' },
        sample: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) {
      say('usage');
      return 0;
    }
    const { host, sample, 'data-dir': folder } = values;
    if (host !== undefined && host !== 'electron' && host !== 'loopback') {
      throw new TypeError(`--host takes electron or loopback, not '${host}'`);
    }
    return {
      host,
      args: [...(folder ? ['--data-dir', folder] : []), ...(sample ? ['--sample'] : [])],
    };
  } catch (error) {
    say('badOption', { message: error instanceof Error ? error.message : String(error) });
    say('usage');
    return exitCode.usage;
  }
}

/** @param {Options} options @returns {Promise<number>} */
async function open({ host: asked, args }) {
  const isShown = hasDisplay(process.platform, process.env);
  const isRoot = process.getuid?.() === 0;
  const look = (/** @type {boolean} */ canDownload) =>
    chooseHost(asked, {
      hasDisplay: isShown,
      isRoot,
      hasElectron: electronProgram() !== null,
      mayDownload: canDownload,
    });
  let choice = look(asked === 'electron' || mayDownload());
  if (choice.host === 'download') {
    say(choice.reason);
    await downloadElectron();
    choice = look(false);
  }
  say(choice.reason);
  if (choice.host === 'none') return exitCode.failed;
  if (choice.host === 'loopback') return openLoopback(args, isShown);
  return openElectron(args, asked === undefined);
}

/** @param {string[]} args @param {boolean} isShown */
function openLoopback(args, isShown) {
  const entry = join(root, 'out/main/loopback.js');
  // Node opens its debugger on SIGUSR1 unless told not to.
  const flags = ['--disable-sigusr1', entry, ...args, ...(isShown ? [] : ['--no-window'])];
  return run(process.execPath, flags);
}

/** @param {string[]} args @param {boolean} mayFallBack */
async function openElectron(args, mayFallBack) {
  const begun = performance.now();
  const code = await run(electronProgram() ?? '', [root, ...args]);
  const hasFailed = code !== 0 && code !== exitCode.alreadyOpen;
  if (!mayFallBack || !hasFailed || performance.now() - begun > shortLifeMs) return code;
  say('electronFailed', { code });
  return openLoopback(args, true);
}

process.exitCode = await start();
