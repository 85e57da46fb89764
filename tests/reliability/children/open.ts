import { openWorkspace } from '#backend/workspace/workspace.ts';
import { testPlatform } from '#tests/support/test-platform.ts';
import { pause } from '../support/child.ts';
import { say } from './say.ts';

/** `open.ts DIRECTORY`: opens the folder and holds it, or says why not and ends. */
const [directory = ''] = process.argv.slice(2);
const workspace = await openWorkspace(testPlatform(directory, { platform: { log: silent() } }));
const status = workspace.status();
say(status.state === 'open' ? 'open' : status.reason);
if (status.state === 'open') await pause(60_000);

function silent() {
  return { info: () => undefined, error: () => undefined };
}
