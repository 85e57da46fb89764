import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
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
  backend = await startBackend({ now: '2026-11-02T01:00:00.000Z' });
  stages = await standardStages(backend);
});
afterEach(async () => {
  assertDealInvariants(backend);
  await backend.stop();
});
afterAll(removeTestDirectories);

test('probability and category follow the stage', async () => {
  const id = await buildDeal(backend);
  await backend.client.deals.moveDeal({ id, stageId: stages.business.id });
  expect(await backend.client.deals.getDeal({ id })).toMatchObject({
    probabilityBp: 7000,
    forecastCategory: 'best_case',
    isProbabilitySet: false,
  });
});

test('a probability set by hand survives moves and is reset in one step', async () => {
  const id = await buildDeal(backend);
  await backend.client.deals.editDeal({ id, facts: { probabilityBp: 4200 } });
  await backend.client.deals.moveDeal({ id, stageId: stages.solution.id });
  expect(await backend.client.deals.getDeal({ id })).toMatchObject({
    probabilityBp: 4200,
    isProbabilitySet: true,
    stageProbabilityBp: 5000,
  });
  await backend.client.deals.editDeal({ id, facts: { probabilityBp: null } });
  expect(await backend.client.deals.getDeal({ id })).toMatchObject({ probabilityBp: 5000 });
});

test('a closed deal forgets the probability set by hand', async () => {
  const id = await buildDeal(backend, { probabilityBp: 4200 });
  await backend.client.deals.moveDeal({ id, stageId: stages.won.id });
  await backend.client.deals.moveDeal({ id, stageId: stages.needs.id, reason: '客户又来了' });
  expect(await backend.client.deals.getDeal({ id })).toMatchObject({
    status: 'open',
    probabilityBp: 3000,
    isProbabilitySet: false,
  });
});

test('winning asks for nothing and takes the day and amount that are given', async () => {
  const id = await buildDeal(backend);
  await backend.client.deals.moveDeal({
    id,
    stageId: stages.won.id,
    closing: { closedOn: '2026-10-30', amountMinor: 9_500_000 },
  });
  expect(await backend.client.deals.getDeal({ id })).toMatchObject({
    status: 'won',
    closedOn: '2026-10-30',
    amountMinor: 9_500_000,
    probabilityBp: 10_000,
    health: null,
  });
});

test('losing without a reason is refused, with a reason it is kept', async () => {
  const id = await buildDeal(backend);
  const lose = { id, stageId: stages.lost.id };
  await expect(backend.client.deals.moveDeal({ ...lose, reason: '就是要' })).rejects.toMatchObject({
    code: 'stage_needs_fields',
    data: { deal: '信达二期', stageZh: '输单', fields: ['lossReason'], canOverride: false },
  });
  await backend.client.deals.moveDeal({
    ...lose,
    closing: { lossReason: 'price', lossCompetitor: '远见', closeNote: '差 8%' },
  });
  expect(await backend.client.deals.getDeal({ id })).toMatchObject({
    status: 'lost',
    lossReason: 'price',
    lossCompetitor: '远见',
    closeNote: '差 8%',
    probabilityBp: 0,
  });
});

test('a reopened deal keeps the history of its loss and loses the reason', async () => {
  const id = await buildDeal(backend);
  await backend.client.deals.moveDeal({
    id,
    stageId: stages.lost.id,
    closing: { lossReason: 'price' },
  });
  backend.platform.clock.set('2026-11-20T01:00:00.000Z');
  await backend.client.deals.moveDeal({ id, stageId: stages.needs.id, reason: '预算批了' });
  const deal = await backend.client.deals.getDeal({ id });
  expect(deal).toMatchObject({ status: 'open', lossReason: '', closedOn: null });
  expect(deal.changes.map(({ cause, reason }) => [cause, reason])).toEqual([
    ['reopened', '预算批了'],
    ['closed', null],
    ['created', null],
  ]);
});

test('a stage names the fields it misses and takes them at the drop', async () => {
  await requireFields(['account', 'nextStep', 'amount']);
  const id = await buildDeal(backend, { amountMinor: 0 });
  const move = { id, stageId: stages.needs.id };
  await expect(backend.client.deals.moveDeal(move)).rejects.toMatchObject({
    code: 'stage_needs_fields',
    data: { deal: '信达二期', fields: ['account', 'nextStep', 'amount'], canOverride: true },
  });
  expect(await backend.client.deals.getDeal({ id })).toMatchObject({ stageId: stages.fresh.id });
  await backend.client.deals.moveDeal({
    ...move,
    facts: { nextStep: '送方案', amountMinor: 1 },
    reason: '客户名称保密',
  });
  const deal = await backend.client.deals.getDeal({ id });
  expect(deal).toMatchObject({ stageId: stages.needs.id, nextStepText: '送方案', amountMinor: 1 });
  expect(deal.changes[0]).toMatchObject({ cause: 'moved', reason: '客户名称保密' });
});

test('a move off the allowed way is refused unless a reason sets the rule aside', async () => {
  await allowNext(stages.fresh.id, [stages.needs.id]);
  const id = await buildDeal(backend);
  const skip = { id, stageId: stages.negotiation.id };
  await expect(backend.client.deals.moveDeal(skip)).rejects.toMatchObject({
    code: 'stage_not_allowed',
    data: { fromZh: '新建', stageZh: '商务采购', rules: ['stage_not_next'] },
  });
  await backend.client.deals.moveDeal({ ...skip, reason: '老客户续约' });
  expect(await backend.client.deals.getDeal({ id })).toMatchObject({
    stageId: stages.negotiation.id,
  });
});

test('a stage can forbid the way back, and ways back are counted', async () => {
  const id = await buildDeal(backend, { stageId: stages.solution.id });
  await backend.client.deals.moveDeal({ id, stageId: stages.needs.id });
  expect(await backend.client.deals.getDeal({ id })).toMatchObject({ backMoves: 1 });
  await forbidBack(stages.needs.id);
  await expect(
    backend.client.deals.moveDeal({ id, stageId: stages.fresh.id }),
  ).rejects.toMatchObject({ code: 'stage_not_allowed', data: { rules: ['back_blocked'] } });
});

test('a drop on what has moved meanwhile is refused', async () => {
  const id = await buildDeal(backend);
  await backend.client.deals.moveDeal({ id, stageId: stages.needs.id });
  const stale = { id, stageId: stages.won.id, fromStageId: stages.fresh.id };
  await expect(backend.client.deals.moveDeal(stale)).rejects.toMatchObject({
    code: 'changed_meanwhile',
  });
});

test('days in each stage add up over loops and reopening', async () => {
  const id = await buildDeal(backend);
  const go = async (on: string, stageId: string, closing = {}) => {
    backend.platform.clock.set(`${on}T01:00:00.000Z`);
    await backend.client.deals.moveDeal({ id, stageId, closing });
  };
  await go('2026-11-05', stages.needs.id);
  await go('2026-11-10', stages.fresh.id);
  await go('2026-11-12', stages.lost.id, { lossReason: 'timing' });
  await go('2026-11-20', stages.needs.id);
  backend.platform.clock.set('2026-11-24T01:00:00.000Z');
  const { path } = await backend.client.deals.getDeal({ id });
  const days = Object.fromEntries(path.map((step) => [step.stageId, [step.days, step.visits]]));
  expect(days[stages.fresh.id]).toEqual([3 + 2, 2]);
  expect(days[stages.needs.id]).toEqual([5 + 4, 2]);
  expect(days[stages.lost.id]).toEqual([8, 1]);
  expect(days[stages.won.id]).toEqual([null, 0]);
});

test('a corrected day of closing corrects the last stay', async () => {
  const id = await buildDeal(backend);
  backend.platform.clock.set('2026-11-12T01:00:00.000Z');
  await backend.client.deals.moveDeal({ id, stageId: stages.won.id });
  await backend.client.deals.editDeal({ id, facts: {}, closing: { closedOn: '2026-11-08' } });
  const { changes, closedOn } = await backend.client.deals.getDeal({ id });
  expect([closedOn, changes[0]?.daysInFromStage]).toEqual(['2026-11-08', 6]);
});

test('pushes are counted from the history, also around a cleared date', async () => {
  const id = await buildDeal(backend, { expectedCloseOn: '2026-12-01' });
  const to = (expectedCloseOn: string | null) =>
    backend.client.deals.editDeal({ id, facts: { expectedCloseOn } });
  await to('2026-12-15');
  await to('2026-12-10');
  await to(null);
  await to('2026-12-30');
  expect(await backend.client.deals.getDeal({ id })).toMatchObject({ pushCount: 2 });
});

test('a move is one step back and forth, history and all', async () => {
  const owner = await buildPerson(backend);
  const id = await buildDeal(backend, { ownerId: owner.id });
  await backend.client.deals.moveDeal({ id, stageId: stages.won.id });
  expect(await backend.client.workspace.undo()).toMatchObject({
    command: 'deals.moveDeal',
    details: { name: '信达二期', stageZh: '赢单' },
  });
  assertDealInvariants(backend);
  expect((await backend.client.deals.getDeal({ id })).changes).toHaveLength(1);
  await backend.client.workspace.redo();
  expect(await backend.client.deals.getDeal({ id })).toMatchObject({ status: 'won' });
});

async function changeStage(id: string, change: object) {
  const [pipeline] = await backend.client.deals.listPipelines();
  if (!pipeline) throw new Error('No pipeline');
  const ids = pipeline.stages.map((stage) => stage.id);
  await backend.client.deals.savePipeline({
    ...pipeline,
    stages: pipeline.stages.map(({ allowedNext, ...stage }) => ({
      ...stage,
      allowedNext: allowedNext?.map((next) => ids.indexOf(next)) ?? null,
      ...(stage.id === id ? change : {}),
    })),
  });
}

const requireFields = (requiredFields: string[]) =>
  changeStage(stages.needs.id, { requiredFields });
const forbidBack = (id: string) => changeStage(id, { allowBack: false });
async function allowNext(id: string, next: string[]) {
  const [pipeline] = await backend.client.deals.listPipelines();
  const ids = pipeline?.stages.map((stage) => stage.id) ?? [];
  await changeStage(id, { allowedNext: next.map((one) => ids.indexOf(one)) });
}
