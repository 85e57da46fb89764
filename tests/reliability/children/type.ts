import { saveText } from '#backend/features/texts/text.service.ts';
import { openWorkspace } from '#backend/workspace/workspace.ts';
import { testPlatform } from '#tests/support/test-platform.ts';
import { pause } from '../support/child.ts';
import { addPair } from '../support/people.ts';
import { say } from './say.ts';

/** `type.ts DIRECTORY PERSON`: types a note for ever, saved as the page saves it but more often. */
const [directory = '', id = ''] = process.argv.slice(2);
const workspace = await openWorkspace(
  testPlatform(directory, { platform: { now: () => new Date() } }),
);
await addPair(workspace, id);
say(workspace.status().state);
for (let text = ''; ; text += `${Date.now()} 客户说\n`) {
  await workspace.runCommand('texts.saveText', (context) =>
    saveText(context, { table: 'person', id, field: 'private_note', text }),
  );
  say(text === '' ? 'ready' : `ack ${text.length}`);
  await pause(5);
}
