import { afterAll, expect, test } from 'vitest';
import { untilWritten } from '#backend/database/until-written.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { removeTestDirectories, startBackend } from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

test('what was read once is read again only after a write', async () => {
  const backend = await startBackend();
  let reads = 0;
  const read = async () => {
    reads += 1;
    return reads;
  };
  const ask = () => backend.workspace.runQuery((context) => untilWritten(context, 'a name', read));
  expect([await ask(), await ask()]).toEqual([1, 1]);
  await buildPerson(backend);
  expect([await ask(), await ask()]).toEqual([2, 2]);
  await backend.stop();
});

test('a command reads afresh each time, for it has to see what it wrote', async () => {
  const backend = await startBackend();
  let reads = 0;
  await backend.workspace.runCommand('tests.read', async (context) => {
    for (let turn = 0; turn < 2; turn += 1) {
      await untilWritten(context, 'a name', async () => {
        reads += 1;
      });
    }
  });
  expect(reads).toBe(2);
  await backend.stop();
});
