import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { comparePipeline } from '#backend/features/deals/pipeline-waterfall.service.ts';
import type { DealFilter } from '#shared/contract/deal-filter.ts';
import { buildDeal, standardStages } from '#tests/support/builders/deal.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';
import { assertDealInvariants } from './deal-invariants.ts';

let backend: TestBackend;
let stages: Awaited<ReturnType<typeof standardStages>>;

beforeEach(async () => {
  backend = await startBackend({ now: '2026-10-01T01:00:00.000Z' });
  stages = await standardStages(backend);
});
afterEach(() => backend.stop());
afterAll(removeTestDirectories);

const on = (day: string) => backend.platform.clock.set(`${day}T01:00:00.000Z`);
const changes = (filter: DealFilter, fromOn: string, toOn: string | null = null) =>
  backend.client.deals.getPipelineChanges({ filter, fromOn, toOn });

test('what the filter asks of the present alone is named as left out', async () => {
  const ignored = async (filter: DealFilter) => (await changes(filter, '2026-09-01')).ignored;
  expect(
    await ignored({ statuses: ['won'], health: ['critical'], nextStep: ['none'], text: '信达' }),
  ).toEqual(['statuses', 'health', 'nextStep']);
  expect(await ignored({ statuses: ['open'], health: [], closedWithin: 'ever' })).toEqual([]);
});

test('each kind of change is in its bar, and the rows behind it are named', async () => {
  const { deals } = backend.client;
  const [grown, cut, won, lost] = await Promise.all(
    ['增长', '缩减', '赢', '输'].map((name) => buildDeal(backend, { name, amountMinor: 1000 })),
  );
  on('2026-11-10');
  await buildDeal(backend, { name: '新', amountMinor: 70 });
  await deals.editDeal({ id: grown ?? '', facts: { amountMinor: 1300 } });
  await deals.editDeal({ id: cut ?? '', facts: { amountMinor: 900 } });
  await deals.moveDeal({ id: won ?? '', stageId: stages.won.id, closing: { amountMinor: 950 } });
  await deals.moveDeal({
    id: lost ?? '',
    stageId: stages.lost.id,
    closing: { lossReason: 'price' },
  });
  const { waterfall, moves, moveCount } = await changes({}, '2026-11-01');
  expect(waterfall).toMatchObject({
    start: { count: 4, amountMinor: 4000 },
    new: { count: 1, amountMinor: 70 },
    increased: { count: 1, amountMinor: 300 },
    decreased: { count: 2, amountMinor: 150 },
    won: { count: 1, amountMinor: 950 },
    lost: { count: 1, amountMinor: 1000 },
    end: { count: 3, amountMinor: 2270 },
  });
  expect(moveCount).toBe(5);
  expect(moves.map(({ deal }) => deal.name)).toEqual(['输', '赢', '增长', '缩减', '新']);
  const behind = await deals.listPipelineMoves({
    filter: {},
    fromOn: '2026-11-01',
    toOn: null,
    lens: 'lost',
  });
  expect(behind).toMatchObject([
    { deal: { name: '输' }, lossReason: 'price', after: { status: 'lost' } },
  ]);
});

test('a deal handed over moves out of one pipeline and into the other', async () => {
  const [from, to] = [await buildPerson(backend), await buildPerson(backend, { name: '韩梅' })];
  const id = await buildDeal(backend, { ownerId: from.id, amountMinor: 500 });
  on('2026-11-10');
  await backend.client.deals.editDeal({ id, facts: { ownerId: to.id, amountMinor: 600 } });
  expect((await changes({ ownerIds: [from.id] }, '2026-11-01')).waterfall).toMatchObject({
    start: { amountMinor: 500 },
    movedOut: { count: 1, amountMinor: 500 },
    end: { amountMinor: 0 },
  });
  expect((await changes({ ownerIds: [to.id] }, '2026-11-01')).waterfall).toMatchObject({
    start: { amountMinor: 0 },
    movedIn: { count: 1, amountMinor: 500 },
    increased: { amountMinor: 100 },
    end: { amountMinor: 600 },
  });
});

test('a pushed deal leaves the quarter it was expected in', async () => {
  const id = await buildDeal(backend, { expectedCloseOn: '2026-12-20', amountMinor: 500 });
  on('2026-11-10');
  await backend.client.deals.editDeal({ id, facts: { expectedCloseOn: '2027-01-15' } });
  const { waterfall, pushCount } = await changes({ closePeriod: 'this_quarter' }, '2026-11-01');
  expect(waterfall.movedOut).toEqual({ count: 1, amountMinor: 500 });
  expect(pushCount).toBe(1);
});

test('a date that was cleared in between hides no push', async () => {
  const id = await buildDeal(backend, { expectedCloseOn: '2026-12-20' });
  on('2026-11-10');
  await backend.client.deals.editDeal({ id, facts: { expectedCloseOn: null } });
  on('2026-11-11');
  await backend.client.deals.editDeal({ id, facts: { expectedCloseOn: '2027-01-15' } });
  expect((await changes({}, '2026-11-01')).pushCount).toBe(1);
});

test('a win corrected to lost takes the win back, and is nothing new', async () => {
  const { deals } = backend.client;
  const id = await buildDeal(backend, { amountMinor: 800_01 });
  await deals.moveDeal({ id, stageId: stages.won.id, closing: { amountMinor: 750_01 } });
  on('2026-11-10');
  await deals.moveDeal({ id, stageId: stages.lost.id, closing: { lossReason: 'price' } });
  const { waterfall, moves } = await changes({}, '2026-11-01');
  expect(waterfall).toMatchObject({
    start: { count: 0, amountMinor: 0 },
    new: { count: 0, amountMinor: 0 },
    won: { count: -1, amountMinor: -750_01 },
    lost: { count: 1, amountMinor: 750_01 },
    end: { count: 0, amountMinor: 0 },
    correctedCount: 1,
    reopenedCount: 0,
  });
  expect(moves).toMatchObject([{ before: { status: 'won' }, after: { status: 'lost' } }]);
});

test('a deleted deal is said to be removed, a reopened one to be new', async () => {
  const gone = await buildDeal(backend, { amountMinor: 300 });
  const back = await buildDeal(backend, { amountMinor: 200 });
  await backend.client.deals.moveDeal({
    id: back,
    stageId: stages.lost.id,
    closing: { lossReason: 'timing' },
  });
  on('2026-11-10');
  await backend.client.deals.deleteDeals({ selection: { ids: [gone] } });
  await backend.client.deals.moveDeal({ id: back, stageId: stages.needs.id });
  expect((await changes({}, '2026-11-01')).waterfall).toMatchObject({
    start: { count: 1, amountMinor: 300 },
    removed: { count: 1, amountMinor: 300 },
    new: { count: 1, amountMinor: 200 },
    reopenedCount: 1,
    end: { count: 1, amountMinor: 200 },
  });
});

test('a stretch that is over does not see what came after', async () => {
  const id = await buildDeal(backend, { amountMinor: 100 });
  on('2026-10-20');
  await backend.client.deals.editDeal({ id, facts: { amountMinor: 150 } });
  on('2026-11-20');
  await backend.client.deals.moveDeal({ id, stageId: stages.won.id });
  expect((await changes({}, '2026-10-15', '2026-10-31')).waterfall).toMatchObject({
    start: { amountMinor: 100 },
    increased: { amountMinor: 50 },
    won: { count: 0 },
    end: { amountMinor: 150 },
  });
});

type Step = { deal: number; kind: number; amount: number; owner: number; close: number };

const step: fc.Arbitrary<Step> = fc.record({
  deal: fc.nat(5),
  kind: fc.nat(6),
  amount: fc.integer({ min: 0, max: 1_000_000 }),
  owner: fc.nat(2),
  close: fc.nat(120),
});

test('the sum of the bars is the live pipeline, to the cent, for any history and any slice', async () => {
  const owners: string[] = [];
  for (const name of ['甲', '乙', '丙']) owners.push((await buildPerson(backend, { name })).id);
  let day = 0;
  const next = () => {
    day += 1;
    backend.platform.clock.set(new Date(Date.UTC(2026, 9, 1, 2) + day * 3_600_000).toISOString());
    return backend.platform.now().toISOString();
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 25 }),
      fc.nat(24),
      async (steps, cut) => {
        const ids: string[] = [];
        let fromAt = next();
        const before = await liveSums(owners);
        let atCut = before;
        for (const [at, one] of steps.entries()) {
          if (at === cut) {
            fromAt = next();
            atCut = await liveSums(owners);
          }
          next();
          await take(one, ids, owners);
        }
        for (const [at, filter] of slices(owners).entries()) {
          const { waterfall: bars } = await backend.workspace.runQuery((context) =>
            comparePipeline(context, { filter, fromAt }),
          );
          const gained =
            bars.new.amountMinor + bars.movedIn.amountMinor + bars.increased.amountMinor;
          const left = bars.movedOut.amountMinor + bars.won.amountMinor + bars.lost.amountMinor;
          const fell = bars.decreased.amountMinor + bars.removed.amountMinor;
          expect(bars.start.amountMinor + gained - left - fell).toBe(bars.end.amountMinor);
          expect(bars.end.amountMinor).toBe((await liveSums(owners))[at]);
          expect(bars.start.amountMinor).toBe(atCut[at]);
        }
      },
    ),
    { numRuns: 25 },
  );
  assertDealInvariants(backend);
}, 120_000);

const slices = (owners: readonly string[]): DealFilter[] => [
  {},
  { ownerIds: [owners[0] ?? ''] },
  { stageIds: [stages.needs.id, stages.solution.id] },
  { closePeriod: 'custom', closeFrom: '2026-11-01', closeTo: '2026-12-31' },
  { amountFrom: 200_000, ownerIds: [owners[1] ?? '', 'none'] },
];

async function liveSums(owners: readonly string[]): Promise<number[]> {
  const sums: number[] = [];
  for (const filter of slices(owners)) {
    const totals = await backend.client.deals.getTotals({
      filter: { ...filter, statuses: ['open'] },
    });
    sums.push(totals.sumMinor);
  }
  return sums;
}

async function take(one: Step, ids: string[], owners: readonly string[]): Promise<void> {
  const { deals, workspace } = backend.client;
  const id = ids[one.deal % Math.max(1, ids.length)];
  const expectedCloseOn = new Date(Date.UTC(2026, 9, 1 + one.close)).toISOString().slice(0, 10);
  const facts = { amountMinor: one.amount, ownerId: owners[one.owner] ?? null, expectedCloseOn };
  if (id === undefined || one.kind === 0) {
    ids.push(await buildDeal(backend, facts));
    return;
  }
  const targets = [stages.needs, stages.solution, stages.won, stages.lost, stages.fresh];
  const target = targets[one.kind % targets.length] ?? stages.needs;
  if (one.kind === 1) await deals.editDeal({ id, facts });
  else if (one.kind === 6) {
    await deals.deleteDeals({ selection: { ids: [id] } });
    await workspace.undo();
  } else {
    await deals.moveDeal({ id, stageId: target.id, closing: { lossReason: 'price' } });
  }
}
