import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DealFilter } from '#shared/contract/deal-filter.ts';
import type { DealSummary } from '#shared/contract/deal-records.ts';
import { weightedMinor } from '#shared/domain/money/money.ts';
import { fillBigWorkspace, seeded } from '#tests/support/big-workspace.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';
import { meets, type ReferenceWorld } from './filter-reference.ts';

let backend: TestBackend;
let world: ReferenceWorld;
let all: DealSummary[];
const byClose = { by: 'closeOn', descending: false } as const;

beforeAll(async () => {
  backend = await startBackend({ now: '2026-11-24T01:00:00.000Z' });
  const size = { deals: 5_000, openDeals: 1_500, activities: 9_000, accounts: 300, people: 12 };
  fillBigWorkspace(backend.workspace, size, '2026-11-24');
  const people = await backend.client.people.listPeople({});
  world = {
    pipelines: await backend.client.deals.listPipelines(),
    teamOf: new Map(people.map(({ id, team }) => [id, team])),
    today: '2026-11-24',
    periods: {
      this_month: ['2026-11-01', '2026-11-30'],
      next_month: ['2026-12-01', '2026-12-31'],
      this_quarter: ['2026-10-01', '2026-12-31'],
      next_quarter: ['2027-01-01', '2027-03-31'],
      this_year: ['2026-01-01', '2026-12-31'],
    },
  };
  all = [];
  for (let offset = 0; offset < 5_000; offset += 500) {
    all.push(...(await list({}, { offset, limit: 500 })));
  }
}, 60_000);
afterAll(async () => {
  await backend.stop();
  removeTestDirectories();
});

function list(filter: DealFilter, window: { offset: number; limit: number }) {
  return backend.client.deals.listDeals({ filter, sort: byClose, ...window });
}

/** Every kind of restriction, each with a chance of one in four. */
function randomFilter(random: () => number): DealFilter {
  const sometimes = <T>(value: () => T) => (random() < 0.25 ? value() : undefined);
  const some = <T>(list: readonly T[]) => list.filter(() => random() < 0.4);
  const ids = (pick: (deal: DealSummary) => { id: string } | null) =>
    Array.from({ length: 3 }, () =>
      pick(all[Math.floor(random() * all.length)] as DealSummary),
    ).map((link) => link?.id ?? 'none');
  const stages = world.pipelines.flatMap((pipeline) => pipeline.stages);
  const periods = [
    ...Object.keys(world.periods),
    'overdue',
    'no_date',
  ] as DealFilter['closePeriod'][];
  return JSON.parse(
    JSON.stringify({
      pipelineId: sometimes(() => world.pipelines[random() < 0.5 ? 0 : 1]?.id),
      stageIds: sometimes(() => some(stages).map(({ id }) => id)),
      statuses: sometimes(() => some(['open', 'won', 'lost'])),
      closedWithin: sometimes(() => some(['this_month', 'this_quarter', 'this_year'])[0]),
      ownerIds: sometimes(() => ids(({ owner }) => owner)),
      teams: sometimes(() => some(['华东', '华南'])),
      accountIds: sometimes(() => [...ids(({ account }) => account), 'none']),
      productIds: sometimes(() => ids(({ product }) => product)),
      categories: sometimes(() => some(['omitted', 'pipeline', 'best_case', 'commit', 'closed'])),
      closePeriod: sometimes(() => periods[Math.floor(random() * periods.length)]),
      amountFrom: sometimes(() => Math.floor(random() * 5e7)),
      amountTo: sometimes(() => 2e7 + Math.floor(random() * 1e9)),
      health: sometimes(() => some(['fine', 'watch', 'at_risk', 'critical'])),
      nextStep: sometimes(() => some(['planned', 'due', 'overdue', 'none'])),
      text: sometimes(() => ['精密', '二期', '李', ' 续约 ', '%', '10'][Math.floor(random() * 6)]),
    }),
  );
}

const filters: DealFilter[] = Array.from({ length: 50 }, (_, n) => ({ amountFrom: n }));

describe('fifty random filters', () => {
  beforeAll(() => {
    const random = seeded(7);
    for (const at of filters.keys()) filters[at] = randomFilter(random);
  });

  test.each([...filters.keys()])(
    'filter %i means the same on the board, in the table and by hand',
    async (at) => {
      const filter = filters[at] ?? {};
      const expected = all.filter((deal) => meets(deal, filter, world));
      const totals = {
        count: expected.length,
        sumMinor: expected.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
        weightedMinor: weightedMinor(expected),
      };
      const board = await backend.client.deals.getBoard({ filter, cardsPerColumn: 1 });
      const table = await backend.client.deals.getTable({
        filter,
        sort: byClose,
        groupBy: 'stage',
      });
      expect([board.totals, table.totals]).toEqual([totals, totals]);
      const columns = board.columns.filter((column) => column.totals.count > 0);
      expect(table.groups.map(({ key, totals }) => [key, totals])).toEqual(
        columns.map(({ stageId, totals }) => [stageId, totals]),
      );
      expect(await idsOnBoard(filter)).toEqual(expected.map(({ id }) => id).sort());
      const ids = await backend.client.deals.listDealIds({ filter, sort: byClose });
      expect(ids.toSorted()).toEqual(expected.map(({ id }) => id).sort());
    },
  );
});

async function idsOnBoard(filter: DealFilter): Promise<string[]> {
  const { columns } = await backend.client.deals.getBoard({ filter });
  const ids: string[] = [];
  for (const { stageId, totals, cards } of columns) {
    ids.push(...cards.map(({ id }) => id));
    for (let offset = cards.length; offset < totals.count; offset += 500) {
      const more = await backend.client.deals.listBoardCards({
        filter,
        stageId,
        offset,
        limit: 500,
      });
      ids.push(...more.map(({ id }) => id));
    }
  }
  return ids.sort();
}

test('every sort is a permutation of the same rows, values in order, unknown ones last', async () => {
  const filter: DealFilter = { statuses: ['open'], teams: ['华东'] };
  const expected = all.filter((deal) => meets(deal, filter, world)).map(({ id }) => id);
  const keyOf: Record<string, (deal: DealSummary) => number | string | null> = {
    amount: (deal) => deal.amountMinor,
    closeOn: (deal) => deal.expectedCloseOn,
    daysInStage: (deal) => deal.daysInStage,
    health: (deal) => deal.health?.score ?? null,
    nextStep: (deal) => deal.nextStep.on,
    lastActivity: (deal) => deal.lastActivityAt,
    pushes: (deal) => deal.pushCount,
  };
  const byId = new Map(all.map((deal) => [deal.id, deal]));
  for (const [by, value] of Object.entries(keyOf)) {
    for (const descending of [false, true]) {
      const sort = { by: by as 'amount', descending };
      const ids = await backend.client.deals.listDealIds({ filter, sort });
      expect(ids.toSorted()).toEqual(expected.toSorted());
      const values = ids.map((id) => value(byId.get(id) as DealSummary));
      const known = values.filter((one) => one !== null);
      expect(values.slice(0, known.length)).toEqual(known);
      const inOrder = known.every((one, at) => {
        const next = known[at + 1];
        return next === undefined || (descending ? one >= next : one <= next);
      });
      expect([by, descending, inOrder]).toEqual([by, descending, true]);
    }
  }
});

test('the groups of a table hold its rows, each with its own totals', async () => {
  const filter: DealFilter = { statuses: ['open'] };
  for (const groupBy of ['stage', 'owner', 'account', 'closeMonth'] as const) {
    const table = await backend.client.deals.getTable({ filter, sort: byClose, groupBy });
    const sum = table.groups.reduce((total, { totals }) => total + totals.count, 0);
    expect([groupBy, sum]).toEqual([groupBy, table.totals.count]);
    const last = table.groups.at(-1);
    const rows = await backend.client.deals.listDeals({
      filter,
      sort: byClose,
      groupBy,
      groupKey: last?.key ?? null,
      limit: 500,
    });
    expect(rows).toHaveLength(Math.min(500, last?.totals.count ?? 0));
    expect(rows.reduce((total, row) => total + row.amountMinor, 0)).toBe(last?.totals.sumMinor);
  }
});

test('filter, no filter, filter again gives the same rows once each', async () => {
  const filter: DealFilter = { text: '精密', statuses: ['open'] };
  const first = await idsOnBoard(filter);
  await idsOnBoard({});
  expect(await idsOnBoard(filter)).toEqual(first);
  expect(new Set(first).size).toBe(first.length);
});

test('periods follow the fiscal year', async () => {
  await backend.client.settings.saveSettings({ fiscalYearStartMonth: 2 });
  const totals = (filter: DealFilter) => backend.client.deals.getTotals({ filter });
  const custom = { closePeriod: 'custom', closeFrom: '2026-11-01', closeTo: '2027-01-31' } as const;
  expect(await totals({ closePeriod: 'this_quarter' })).toEqual(await totals(custom));
  await backend.client.settings.saveSettings({ fiscalYearStartMonth: 1 });
});
