import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { runLoopback } from './run.ts';

const built = import.meta.dirname;

process.exitCode = await runLoopback(
  {
    entriesDirectory: built,
    rendererDirectory: join(built, '../renderer'),
    resourcesDirectory: join(built, '../../resources'),
    appVersion: manifest.version,
  },
  process.argv.slice(2),
);
// A terminal that is still being read, or a browser that is still ending, holds nothing up.
process.exit();
