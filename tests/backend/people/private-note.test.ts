import { afterAll, expect, test } from 'vitest';
import { buildPerson } from '#tests/support/builders/person.ts';
import { removeTestDirectories, startBackend } from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

test('the private note is kept while typed, as one step of undo', async () => {
  const backend = await startBackend();
  const { client } = backend;
  const { id } = await buildPerson(backend);
  const field = { table: 'person', id, field: 'private_note' };
  await client.texts.saveText({ ...field, text: '想转' });
  await client.texts.saveText({ ...field, text: '想转售前' });
  expect(await client.people.getPerson({ personId: id })).toMatchObject({
    privateNote: '想转售前',
  });
  await client.workspace.undo();
  expect(await client.people.getPerson({ personId: id })).toMatchObject({ privateNote: '' });
  await backend.stop();
});

test('a text that no feature offers is refused', async () => {
  const backend = await startBackend();
  const { id } = await buildPerson(backend);
  const saving = backend.client.texts.saveText({ table: 'person', id, field: 'name', text: 'x' });
  await expect(saving).rejects.toMatchObject({ code: 'bad_input' });
  await backend.stop();
});
