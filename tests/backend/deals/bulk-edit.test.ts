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
  backend = await startBackend();
  stages = await standardStages(backend);
});
afterEach(async () => {
  assertDealInvariants(backend);
  await backend.stop();
});
afterAll(removeTestDirectories);

test('the preview counts what would change and changes nothing', async () => {
  const owner = await buildPerson(backend);
  const ids = [
    await buildDeal(backend),
    await buildDeal(backend),
    await buildDeal(backend, { ownerId: owner.id }),
  ];
  const edit = { selection: { ids }, changes: { ownerId: owner.id } };
  expect(await backend.client.deals.previewBulkEdit(edit)).toEqual({
    selected: 3,
    changed: 2,
    unchanged: 1,
    refusedCount: 0,
    refused: [],
  });
  expect(await backend.client.deals.getTotals({ filter: { ownerIds: [owner.id] } })).toMatchObject({
    count: 1,
  });
});

test('many deals change in one step, with history, and go back in one', async () => {
  const owner = await buildPerson(backend);
  for (let n = 0; n < 5; n += 1) await buildDeal(backend, { expectedCloseOn: '2026-12-01' });
  const outcome = await backend.client.deals.bulkEdit({
    selection: { filter: { statuses: ['open'] }, exceptIds: [] },
    changes: { ownerId: owner.id, shiftCloseDays: 14, nextStep: '复核报价' },
  });
  expect(outcome).toMatchObject({ selected: 5, changed: 5, refusedCount: 0 });
  const [id = ''] = await backend.client.deals.listDealIds({
    filter: { ownerIds: [owner.id] },
    sort: { by: 'name', descending: false },
  });
  const deal = await backend.client.deals.getDeal({ id });
  expect(deal).toMatchObject({
    expectedCloseOn: '2026-12-15',
    pushCount: 1,
    nextStepText: '复核报价',
  });
  expect(deal.changes[0]).toMatchObject({ cause: 'bulk' });
  expect(await backend.client.workspace.undo()).toMatchObject({
    command: 'deals.bulkEdit',
    details: { count: 5 },
  });
  expect(await backend.client.deals.getTotals({ filter: { ownerIds: [owner.id] } })).toMatchObject({
    count: 0,
  });
});

test('probability and category follow the stage, but not where a person set them', async () => {
  const plain = await buildDeal(backend);
  const set = await buildDeal(backend, { probabilityBp: 1500, forecastCategory: 'commit' });
  await backend.client.deals.bulkEdit({
    selection: { ids: [plain, set] },
    changes: { stageId: stages.business.id },
  });
  expect(await backend.client.deals.getDeal({ id: plain })).toMatchObject({
    probabilityBp: 7000,
    forecastCategory: 'best_case',
  });
  expect(await backend.client.deals.getDeal({ id: set })).toMatchObject({
    probabilityBp: 1500,
    forecastCategory: 'commit',
  });
});

test('deals that may not move stay and are named, the others move', async () => {
  const ready = await buildDeal(backend, { name: '可以' });
  const lost = await backend.client.deals.previewBulkEdit({
    selection: { ids: [ready] },
    changes: { stageId: stages.lost.id },
  });
  expect(lost.refused).toMatchObject([
    { name: '可以', code: 'stage_needs_fields', details: { fields: ['lossReason'] } },
  ]);
  const outcome = await backend.client.deals.bulkEdit({
    selection: { ids: [ready] },
    changes: {
      stageId: stages.lost.id,
      closing: { lossReason: 'no_budget', closedOn: '2026-11-20' },
    },
  });
  expect(outcome).toMatchObject({ changed: 1, refusedCount: 0 });
  expect(await backend.client.deals.getDeal({ id: ready })).toMatchObject({
    status: 'lost',
    lossReason: 'no_budget',
    closedOn: '2026-11-20',
  });
});

test('a field is cleared by null and left alone by nothing', async () => {
  const owner = await buildPerson(backend);
  const id = await buildDeal(backend, { ownerId: owner.id, expectedCloseOn: '2026-12-01' });
  await backend.client.deals.bulkEdit({
    selection: { ids: [id] },
    changes: { expectedCloseOn: null },
  });
  expect(await backend.client.deals.getDeal({ id })).toMatchObject({
    expectedCloseOn: null,
    owner: { id: owner.id },
  });
});

test('a selection of a filter leaves out what was unticked', async () => {
  const kept = await buildDeal(backend);
  const changed = await buildDeal(backend);
  await backend.client.deals.bulkEdit({
    selection: { filter: {}, exceptIds: [kept] },
    changes: { source: '展会' },
  });
  expect(await backend.client.deals.getDeal({ id: kept })).toMatchObject({ source: '' });
  expect(await backend.client.deals.getDeal({ id: changed })).toMatchObject({ source: '展会' });
});
