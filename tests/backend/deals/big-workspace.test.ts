import { afterAll, expect, test } from 'vitest';
import { fillBigWorkspace } from '#tests/support/big-workspace.ts';
import { removeTestDirectories, startBackend } from '#tests/support/start-backend.ts';
import { assertDealInvariants } from './deal-invariants.ts';

afterAll(removeTestDirectories);

test('a generated workspace is as legal as one made by hand', async () => {
  const backend = await startBackend();
  const size = { deals: 200, openDeals: 50, activities: 800, accounts: 40, people: 6 };
  fillBigWorkspace(backend.workspace, size, '2026-11-24');
  assertDealInvariants(backend);
  const { connection } = backend.workspace.database;
  expect(connection.pragma('foreign_key_check')).toEqual([]);
  const wrong = connection
    .prepare(
      `select id from deal where last_activity_at is not (select max(happened_at) from activity
         where deal_id = deal.id and status = 'done')
       or next_activity_at is not (select min(happened_at) from activity
         where deal_id = deal.id and status = 'planned')`,
    )
    .all();
  expect(wrong).toEqual([]);
  expect(await backend.client.deals.getTotals({ filter: { statuses: ['open'] } })).toMatchObject({
    count: 50,
  });
  await backend.stop();
});
