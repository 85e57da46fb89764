import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { Pipeline, PipelineDraft } from '#shared/contract/deal-pipelines.ts';
import { buildDeal, standardStages } from '#tests/support/builders/deal.ts';
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

type Draft = PipelineDraft['stages'][number];

/** The first pipeline as a draft, with its stages changed. */
async function draft(change: (stages: Draft[]) => Draft[], replacements = {}) {
  const [pipeline] = await backend.client.deals.listPipelines();
  if (!pipeline) throw new Error('No pipeline');
  const { id, nameZh, nameEn } = pipeline;
  return { id, nameZh, nameEn, stages: change(toDrafts(pipeline)), replacements };
}

function toDrafts({ stages: list }: Pipeline): Draft[] {
  return list.map(({ dealCount, allowedNext, ...stage }) => ({ ...stage, allowedNext: null }));
}

const names = async () => {
  const [pipeline] = await backend.client.deals.listPipelines();
  return pipeline?.stages.map(({ nameEn }) => nameEn);
};

const newStage: Draft = {
  nameZh: '试点',
  nameEn: 'Pilot',
  type: 'open',
  probabilityBp: 6000,
  forecastCategory: 'best_case',
  requiredFields: [],
  allowedNext: null,
  allowBack: true,
  healthRules: {},
};

test('stages are added, renamed and put in another order', async () => {
  await backend.client.deals.savePipeline(
    await draft(([first, second, ...rest]) => [
      { ...second, nameEn: 'Needs' } as Draft,
      newStage,
      first as Draft,
      ...rest,
    ]),
  );
  expect(await names()).toEqual([
    'Needs',
    'Pilot',
    'New',
    'Solution validated',
    'Business case',
    'Negotiation',
    'Won',
    'Lost',
  ]);
});

test('a stage with deals is deleted only with somewhere for them to go', async () => {
  const id = await buildDeal(backend, { stageId: stages.solution.id });
  const without = (list: Draft[]) => list.filter((stage) => stage.id !== stages.solution.id);
  await expect(backend.client.deals.savePipeline(await draft(without))).rejects.toMatchObject({
    code: 'stage_in_use',
    data: { stageZh: '方案验证', count: 1 },
  });
  await backend.client.deals.savePipeline(await draft(without, { [stages.solution.id]: 1 }));
  const deal = await backend.client.deals.getDeal({ id });
  expect(deal).toMatchObject({ stageId: stages.needs.id, probabilityBp: 3000 });
  expect(deal.changes[0]).toMatchObject({ cause: 'bulk', before: { stageId: stages.solution.id } });
});

test('deals follow a new probability of their stage unless a person set theirs', async () => {
  const plain = await buildDeal(backend, { stageId: stages.needs.id });
  const set = await buildDeal(backend, { stageId: stages.needs.id, probabilityBp: 1000 });
  await backend.client.deals.savePipeline(
    await draft((list) =>
      list.map((stage) =>
        stage.id === stages.needs.id ? { ...stage, probabilityBp: 3500 } : stage,
      ),
    ),
  );
  expect(await backend.client.deals.getDeal({ id: plain })).toMatchObject({ probabilityBp: 3500 });
  expect(await backend.client.deals.getDeal({ id: set })).toMatchObject({ probabilityBp: 1000 });
});

test('an open stage with deals does not turn into an end', async () => {
  await buildDeal(backend);
  const swapped = await draft((list) =>
    list.map((stage) => {
      if (stage.id === stages.fresh.id) return { ...stage, type: 'won' };
      return stage.id === stages.won.id ? { ...stage, type: 'open' } : stage;
    }),
  );
  await expect(backend.client.deals.savePipeline(swapped)).rejects.toMatchObject({
    code: 'stage_in_use',
  });
});

test('a pipeline needs a way and one end of each kind', async () => {
  const withoutLost = await draft((list) => list.filter(({ type }) => type !== 'lost'));
  await expect(backend.client.deals.savePipeline(withoutLost)).rejects.toMatchObject({
    code: 'pipeline_incomplete',
  });
});

test('a second pipeline comes and goes, the last one stays', async () => {
  const { stages: list } = await draft((all) => all.map(({ id, ...stage }) => stage));
  const { id } = await backend.client.deals.savePipeline({
    nameZh: '渠道',
    nameEn: 'Channel',
    stages: list,
    replacements: {},
  });
  expect((await backend.client.deals.listPipelines()).map(({ nameEn }) => nameEn)).toEqual([
    'Standard pipeline',
    'Channel',
  ]);
  await backend.client.deals.deletePipeline({ id });
  await expect(
    backend.client.deals.deletePipeline({ id: stages.pipelineId }),
  ).rejects.toMatchObject({ code: 'last_pipeline' });
});

test('a pipeline with deals is not deleted', async () => {
  await buildDeal(backend);
  await expect(
    backend.client.deals.deletePipeline({ id: stages.pipelineId }),
  ).rejects.toMatchObject({ code: 'pipeline_in_use', data: { count: 1 } });
});

test('changed stages are one step back', async () => {
  await backend.client.deals.savePipeline(await draft((list) => [newStage, ...list]));
  await backend.client.workspace.undo();
  expect(await names()).not.toContain('Pilot');
});

test('an edit of a stage takes back no edit of another one', async () => {
  const { needs, solution } = stages;
  const { changeStage, moveStage } = backend.client.deals;
  await Promise.all([
    changeStage({ id: needs.id, changes: { probabilityBp: 3300 } }),
    changeStage({ id: solution.id, changes: { probabilityBp: 5500 } }),
    changeStage({ id: solution.id, changes: { requiredFields: { amount: true } } }),
    changeStage({ id: solution.id, changes: { requiredFields: { owner: true } } }),
    changeStage({ id: solution.id, changes: { allowedNext: { [needs.id]: true } } }),
    moveStage({ id: needs.id, by: -1 }),
    backend.client.deals.renamePipeline({ id: stages.pipelineId, nameEn: 'Ours' }),
  ]);
  const [pipeline] = await backend.client.deals.listPipelines();
  expect(pipeline).toMatchObject({ nameZh: expect.stringMatching(/./), nameEn: 'Ours' });
  expect(pipeline?.stages.slice(0, 3)).toMatchObject([
    { id: needs.id, probabilityBp: 3300, nameEn: 'Needs confirmed' },
    { id: stages.fresh.id },
    {
      id: solution.id,
      probabilityBp: 5500,
      requiredFields: ['amount', 'owner'],
      allowedNext: [needs.id],
    },
  ]);
});

test('a stage is added, and goes with a place for its deals', async () => {
  await backend.client.deals.addStage({
    pipelineId: stages.pipelineId,
    nameZh: '试点',
    nameEn: 'Pilot',
  });
  expect((await names())?.slice(-3)).toEqual(['Pilot', 'Won', 'Lost']);
  const id = await buildDeal(backend, { stageId: stages.solution.id });
  const remove = (replacementId: string | null) =>
    backend.client.deals.deleteStage({ id: stages.solution.id, replacementId });
  await expect(remove(null)).rejects.toMatchObject({ code: 'stage_in_use' });
  await remove(stages.needs.id);
  expect(await backend.client.deals.getDeal({ id })).toMatchObject({ stageId: stages.needs.id });
  expect(await backend.client.workspace.undo()).toMatchObject({
    command: 'deals.deleteStage',
    details: { nameZh: '方案验证' },
  });
});

test('no deal goes to a deleted stage on any way', async () => {
  const gone = stages.solution.id;
  const id = await buildDeal(backend);
  const { deals } = backend.client;
  await deals.deleteStage({ id: gone, replacementId: null });
  const refused = { code: 'stage_deleted', data: { stageZh: '方案验证' } };
  const edit = { selection: { ids: [id] }, changes: { stageId: gone } };
  await expect(deals.moveDeal({ id, stageId: gone })).rejects.toMatchObject(refused);
  await expect(deals.previewBulkEdit(edit)).rejects.toMatchObject(refused);
  await expect(deals.bulkEdit(edit)).rejects.toMatchObject(refused);
  await expect(deals.createDeal({ name: '信达三期', stageId: gone })).rejects.toMatchObject(
    refused,
  );
  expect(await deals.getDeal({ id })).toMatchObject({ stageId: stages.fresh.id });
});
