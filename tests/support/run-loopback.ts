import { join } from 'node:path';
import { runLoopback } from '../../electron/loopback/run.ts';

/** The loopback host's process on another build: `run-loopback.ts ROOT [options]`. */
const [root = '', ...args] = process.argv.slice(2);
process.exitCode = await runLoopback(
  {
    entriesDirectory: join(root, 'out/main'),
    rendererDirectory: join(root, 'out/renderer'),
    resourcesDirectory: join(root, 'resources'),
    appVersion: '0.0.0-test',
  },
  args,
);
process.exit();
