import { afterAll, expect, test } from 'vitest';
import { buildDeal } from '#tests/support/builders/deal.ts';
import { removeTestDirectories, startBackend } from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

test('settings that were never set have their defaults', async () => {
  const { client, stop } = await startBackend();
  expect(await client.settings.getSettings()).toMatchObject({ currency: 'CNY', isSetUp: false });
  await stop();
});

test('changed settings survive a restart and leave the others', async () => {
  const first = await startBackend();
  await first.client.settings.saveSettings({ teamName: '华东一组', fiscalYearStartMonth: 4 });
  await first.stop();
  const second = await startBackend({ dataDirectory: first.dataDirectory });
  expect(await second.client.settings.getSettings()).toMatchObject({
    teamName: '华东一组',
    fiscalYearStartMonth: 4,
    currency: 'CNY',
  });
  await second.stop();
});

test('a change of settings is taken back and done again', async () => {
  const { client, stop } = await startBackend();
  await client.settings.saveSettings({ teamName: 'North' });
  await client.settings.saveSettings({ teamName: 'South', currency: 'USD' });
  expect(await client.workspace.undo()).toMatchObject({ command: 'settings.saveSettings' });
  expect(await client.settings.getSettings()).toMatchObject({ teamName: 'North', currency: 'CNY' });
  await client.workspace.redo();
  expect(await client.settings.getSettings()).toMatchObject({ teamName: 'South', currency: 'USD' });
  await stop();
});

test('a new change ends the possibility of redoing', async () => {
  const { client, stop } = await startBackend();
  await client.settings.saveSettings({ teamName: 'North' });
  await client.workspace.undo();
  await client.settings.saveSettings({ teamName: 'South' });
  await expect(client.workspace.redo()).rejects.toMatchObject({ code: 'nothing_to_redo' });
  await stop();
});

test('input that does not fit is refused before anything is written', async () => {
  const { client, stop } = await startBackend();
  await expect(client.settings.saveSettings({ fiscalYearStartMonth: 13 })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  expect(await client.workspace.listUndoSteps()).toEqual([]);
  await stop();
});

test('the history of a setting names old and new values', async () => {
  const { client, stop } = await startBackend();
  await client.settings.saveSettings({ teamName: 'North' });
  await client.settings.saveSettings({ teamName: 'South' });
  const history = await client.workspace.listHistory({ table: 'setting', id: 'teamName' });
  expect(history).toEqual([
    {
      at: '2026-11-24T01:00:00.000Z',
      command: 'settings.saveSettings',
      changes: [{ field: 'value_json', before: '"North"', after: '"South"' }],
    },
  ]);
  await stop();
});

test('amounts keep their value: no currency of other decimal places once there are any', async () => {
  const backend = await startBackend();
  const { client, stop } = backend;
  await client.settings.saveSettings({ currency: 'JPY' });
  await client.settings.saveSettings({ currency: 'CNY' });
  await buildDeal(backend);
  await expect(client.settings.saveSettings({ currency: 'JPY' })).rejects.toMatchObject({
    code: 'currency_in_use',
  });
  expect(await client.settings.saveSettings({ currency: 'USD' })).toMatchObject({
    currency: 'USD',
  });
  await stop();
});
