import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './project.mjs';

/**
 * Has a Chromium ready for the tests; on Debian, as root, by installing it. Elsewhere the browser
 * that people have is used, and the tests that find none say so.
 */
export async function ensureChromium() {
  const { findBrowser } = await import('../loopback/find-browser.ts');
  const search = { os: process.platform, home: '', environment: process.env };
  if (findBrowser(search) !== null) return;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    console.log('No Chromium, Chrome or Edge was found: the tests that need one will fail.');
    return;
  }
  console.log('Installing Chromium for the tests.');
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
  const packages = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
  await run('apt-get', packages, { environment });
}
