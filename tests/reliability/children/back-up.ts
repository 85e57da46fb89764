import { openWorkspace } from '#backend/workspace/workspace.ts';
import { testPlatform } from '#tests/support/test-platform.ts';
import { addPair } from '../support/people.ts';
import { say } from './say.ts';

/** `back-up.ts DIRECTORY PREFIX`: makes one backup after the other, with a change between. */
const [directory = '', prefix = ''] = process.argv.slice(2);
const workspace = await openWorkspace(testPlatform(directory));
say(workspace.status().state);
for (let number = 0; ; number += 1) {
  await addPair(workspace, `${prefix}-${number}`);
  const { seq } = await workspace.backups.create('manual');
  say(`ack ${seq}`);
}
