import { afterAll, expect, test } from 'vitest';
import { removeTestDirectories, startBackend } from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

const view = {
  name: '本季大单',
  layout: 'table' as const,
  filter: { closePeriod: 'this_quarter' as const, amountFrom: 50_000_000 },
  sort: { by: 'amount' as const, descending: true },
  groupBy: 'owner' as const,
  columns: ['name' as const, 'amount' as const, 'health' as const],
};

test('a view is kept with its filter, sort, grouping and columns', async () => {
  const { client, stop } = await startBackend();
  const { id } = await client.deals.saveView(view);
  expect(await client.deals.listViews()).toEqual([{ ...view, id, isPinned: false }]);
  await client.deals.saveView({ ...view, id, name: '大单', groupBy: null });
  expect(await client.deals.listViews()).toMatchObject([{ id, name: '大单', groupBy: null }]);
  await stop();
});

test('pinned views come first; copies and deletions are steps like any other', async () => {
  const { client, stop } = await startBackend();
  const first = await client.deals.saveView(view);
  const copy = await client.deals.duplicateView({ id: first.id, name: '本季大单（副本）' });
  await client.deals.pinView({ id: copy.id, isPinned: true });
  expect((await client.deals.listViews()).map(({ id }) => id)).toEqual([copy.id, first.id]);
  await client.deals.deleteView({ id: first.id });
  expect(await client.deals.listViews()).toHaveLength(1);
  await client.workspace.undo();
  expect(await client.deals.listViews()).toHaveLength(2);
  await expect(
    client.deals.pinView({ id: crypto.randomUUID(), isPinned: true }),
  ).rejects.toMatchObject({ code: 'not_found' });
  await stop();
});
