import { openWorkspace } from '#backend/workspace/workspace.ts';
import { testPlatform } from '#tests/support/test-platform.ts';
import { addPair } from '../support/people.ts';
import { say } from './say.ts';

/** `write.ts DIRECTORY PREFIX [COUNT]`: saves pairs and acknowledges each when it is answered. */
const [directory = '', prefix = '', count = 'Infinity'] = process.argv.slice(2);
const workspace = await openWorkspace(testPlatform(directory));
say(workspace.status().state);
for (let number = 0; number < Number(count); number += 1) {
  const id = `${prefix}-${number}`;
  await addPair(workspace, id);
  say(`ack ${id}`);
}
await workspace.close({ withBackup: false });
