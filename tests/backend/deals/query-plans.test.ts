import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadDb } from '#backend/database/db.ts';
import { findLastActivityAt } from '#backend/features/accounts/account.repository.ts';
import { listDone } from '#backend/features/activities/activity.repository.ts';
import {
  resolveDealFilter,
  withinStage,
} from '#backend/features/deals/list/deal-filter.service.ts';
import {
  boardSort,
  findTotals,
  listIds,
} from '#backend/features/deals/list/deal-list.repository.ts';
import { listStays } from '#backend/features/deals/stages/deal-stays.repository.ts';
import type { DealFilter } from '#shared/contract/deal-filter.ts';
import { fillBigWorkspace } from '#tests/support/big-workspace.ts';
import { standardStages } from '#tests/support/builders/deal.ts';
import { queryPlans, tableReads } from '#tests/support/query-plans.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

let backend: TestBackend;
let stages: Awaited<ReturnType<typeof standardStages>>;

beforeAll(async () => {
  backend = await startBackend();
  const size = { deals: 2000, openDeals: 500, activities: 5000, accounts: 200, people: 12 };
  fillBigWorkspace(backend.workspace, size, '2026-11-24');
  stages = await standardStages(backend);
});
afterAll(async () => {
  await backend.stop();
  removeTestDirectories();
});

const resolve = (db: ReadDb, filter: DealFilter) =>
  resolveDealFilter({ db, today: '2026-11-24' }, filter);
const onDeals = (plans: readonly string[]) => plans.filter((step) => /\bdeal\b/.test(step));

test("the totals of a column walk the board's index and never the deals", async () => {
  const owner = { ownerIds: ['00000001-0000-7000-8000-000000000001'] };
  for (const filter of [{}, owner, { closePeriod: 'this_quarter' as const }]) {
    const totals = async (db: ReadDb) =>
      findTotals(db, withinStage(await resolve(db, filter), stages.needs));
    expect(onDeals(await queryPlans(backend, totals))).toEqual([
      expect.stringMatching(/INDEX deal_board_idx \(stage_id=\?/),
    ]);
    expect(await tableReads(backend, 'deal', totals)).toBe(0);
  }
});

test('the closed deals of a month are read from their first day on', async () => {
  const plans = await queryPlans(backend, async (db) =>
    findTotals(db, withinStage(await resolve(db, { closedWithin: 'this_month' }), stages.won)),
  );
  expect(onDeals(plans)).toEqual([
    expect.stringContaining('INDEX deal_board_idx (stage_id=? AND close_on>?)'),
  ]);
});

test('the first cards of a column come off the index in order, without sorting', async () => {
  const cards = async (db: ReadDb) =>
    listIds(db, withinStage(await resolve(db, {}), stages.needs), {
      sort: boardSort('open'),
      window: { offset: 0, limit: 30 },
    });
  expect((await queryPlans(backend, cards)).at(-1)).toContain('INDEX deal_board_idx (stage_id=?');
  expect(await tableReads(backend, 'deal', cards)).toBe(0);
});

test('stays come from one index', async () => {
  expect(await queryPlans(backend, (db) => listStays(db))).toEqual([
    expect.stringContaining('USING COVERING INDEX deal_change_stay_idx'),
  ]);
});

test('a timeline reads its own activities, newest first, and no others', async () => {
  const of = { dealId: '00000004-0000-7000-8000-000000000001' };
  const plans = await queryPlans(backend, (db) =>
    listDone(db, { of, kinds: [], offset: 0, limit: 50 }),
  );
  expect(plans[0]).toMatch(/^SEARCH activity USING INDEX activity_deal_id_idx \(deal_id=\?/);
  expect(plans.join('\n')).not.toMatch(/SCAN activity/);
});

test('the last activity of an account comes from dates kept with its deals', async () => {
  const plans = await queryPlans(backend, (db) =>
    findLastActivityAt(db, '00000002-0000-7000-8000-000000000001'),
  );
  const text = plans.join('\n');
  expect(text).toContain('COVERING INDEX deal_account_id_idx');
  expect(text).toMatch(/COVERING INDEX activity_account_id_idx \(account_id=\? AND deal_id=\?/);
  expect(text).not.toMatch(/SCAN (activity|deal)\b/);
});

test('dates of a deal are kept by probing the index, not by reading its activities', () => {
  const { connection } = backend.workspace.database;
  const plan = connection
    .prepare<[], { detail: string }>(
      `explain query plan select max(happened_at) from activity
       where deal_id = 'x' and status = 'done' and deleted_at is null`,
    )
    .all();
  expect(plan[0]?.detail).toContain('COVERING INDEX activity_deal_id_idx (deal_id=? AND status=?');
});
