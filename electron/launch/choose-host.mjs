/**
 * @typedef {object} Machine
 * @property {boolean} hasDisplay
 * @property {boolean} isRoot
 * @property {boolean} hasElectron its program is there
 * @property {boolean} mayDownload it could be fetched
 */

/** @typedef {'electron' | 'loopback'} Host */

/**
 * @typedef {object} Choice
 * @property {Host | 'download' | 'none'} host `download`: fetch Electron, then choose again
 * @property {import('./say.mjs').Message} reason
 */

/**
 * Which window the app opens in: Electron where it can, else a Chromium window, else none.
 *
 * @param {Host | undefined} asked
 * @param {Machine} machine
 * @returns {Choice}
 */
export function chooseHost(asked, machine) {
  const { hasDisplay, isRoot, hasElectron } = machine;
  if (asked === 'electron') return chooseElectron(machine);
  if (!hasDisplay) return { host: 'loopback', reason: 'noDisplay' };
  if (asked === 'loopback') return { host: 'loopback', reason: 'loopbackChosen' };
  if (isRoot) return { host: 'loopback', reason: 'electronRoot' };
  if (hasElectron) return { host: 'electron', reason: 'electron' };
  if (machine.mayDownload) return { host: 'download', reason: 'electronDownloading' };
  return { host: 'loopback', reason: 'electronMissing' };
}

/** @param {Machine} machine @returns {Choice} */
function chooseElectron({ hasDisplay, isRoot, hasElectron, mayDownload }) {
  if (!hasDisplay || isRoot) return { host: 'none', reason: 'electronImpossible' };
  if (hasElectron) return { host: 'electron', reason: 'electron' };
  if (mayDownload) return { host: 'download', reason: 'electronDownloading' };
  return { host: 'none', reason: 'electronImpossible' };
}

/**
 * @param {NodeJS.Platform} os
 * @param {Readonly<Record<string, string | undefined>>} environment
 */
export function hasDisplay(os, { DISPLAY, WAYLAND_DISPLAY }) {
  return os !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}
