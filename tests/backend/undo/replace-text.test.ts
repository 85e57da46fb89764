import { afterAll, expect, test } from 'vitest';
import { buildPerson } from '#tests/support/builders/person.ts';
import { removeTestDirectories, startBackend } from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

test('a replaced text is kept as a revision and taken back apart from the typing around it', async () => {
  const backend = await startBackend();
  const { client } = backend;
  const { id } = await buildPerson(backend);
  const field = { table: 'person', id, field: 'private_note' };
  const read = async () => (await client.people.getPerson({ personId: id })).privateNote;
  await client.texts.saveText({ ...field, text: '刚写的' });
  await client.texts.replaceText({ ...field, text: '草稿' });
  await client.texts.saveText({ ...field, text: '草稿，改过' });
  const revisions = await client.texts.listRevisions(field);
  expect(revisions.map(({ text }) => text)).toEqual(['刚写的', '']);
  const undone: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    await client.workspace.undo();
    undone.push(await read());
  }
  expect(undone).toEqual(['草稿', '刚写的', '']);
  await backend.stop();
});

test('a text that no feature offers is not replaced', async () => {
  const backend = await startBackend();
  const { id } = await buildPerson(backend);
  const replacing = backend.client.texts.replaceText({
    ...{ table: 'person', id, field: 'name' },
    text: 'x',
  });
  await expect(replacing).rejects.toMatchObject({ code: 'bad_input' });
  await backend.stop();
});
