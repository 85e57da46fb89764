import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildDeal } from '#tests/support/builders/deal.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

let backend: TestBackend;

beforeEach(async () => {
  backend = await startBackend();
});
afterEach(() => backend.stop());
afterAll(removeTestDirectories);

const everything = { filter: {}, exceptIds: [] };

async function countDeals(): Promise<number> {
  return (await backend.client.deals.getTotals({ filter: {} })).count;
}

async function reasons(): Promise<string[]> {
  const { backups } = await backend.client.backups.listBackups();
  return backups.map(({ reason }) => reason);
}

test('a deal that is deleted comes back with undo', async () => {
  const id = await buildDeal(backend);
  await buildDeal(backend);
  await backend.client.deals.deleteDeals({ selection: { ids: [id] } });
  expect(await countDeals()).toBe(1);
  await backend.client.workspace.undo();
  expect(await countDeals()).toBe(2);
});

test('everything of a filter but some goes in one step, after a backup', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 25; n += 1) ids.push(await buildDeal(backend));
  const [kept = ''] = ids;
  const outcome = await backend.client.deals.deleteDeals({
    selection: { filter: {}, exceptIds: [kept] },
  });
  expect(outcome).toEqual({ count: 24 });
  expect(await countDeals()).toBe(1);
  expect(await reasons()).toEqual(['before_delete']);
  await backend.client.workspace.undo();
  expect(await countDeals()).toBe(25);
});

test('a few are not backed up first, and none at all is refused', async () => {
  await buildDeal(backend);
  await backend.client.deals.deleteDeals({ selection: everything });
  expect(await reasons()).toEqual([]);
  await expect(backend.client.deals.deleteDeals({ selection: everything })).rejects.toMatchObject({
    code: 'not_found',
  });
});
