import { spawnSync } from 'node:child_process';

/** Builds the app once for all specs; `KEEP_BUILD=1` takes the one that is there. */
export function buildApp(): void {
  if (process.env['KEEP_BUILD'] === '1') return;
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}\n${stderr}`);
}

// biome-ignore lint/style/noDefaultExport: Playwright takes the default export of its set-up
export default buildApp;
