import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DealFilter } from '#shared/contract/deal-filter.ts';
import type { ImportDesk } from '#shared/contract/imports-desk.ts';
import { importFiles, mavenFiles, openFiles } from '#tests/support/import-files.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

/** Figures of the export as its readers published them: see `tests/fixtures/maven/SOURCE.md`. */
let backend: TestBackend;
let desk: ImportDesk;

beforeAll(async () => {
  backend = await startBackend();
  await backend.client.settings.saveSettings({ currency: 'USD' });
  await openFiles(backend, mavenFiles());
  desk = await backend.client.imports.runImport();
});

afterAll(async () => {
  await backend.stop();
  removeTestDirectories();
});

const total = (filter: DealFilter) => backend.client.deals.getTotals({ filter });

async function stage(nameEn: string) {
  const pipelines = await backend.client.deals.listPipelines();
  const found = pipelines[0]?.stages.find((candidate) => candidate.nameEn === nameEn);
  if (found === undefined) throw new Error(`No stage ${nameEn} in the first pipeline`);
  return found;
}

test('every row of four files goes in', () => {
  expect(desk.result?.counts.map(({ entity, create, reject }) => [entity, create, reject])).toEqual(
    [
      ['people', 35, 0],
      ['products', 7, 0],
      ['accounts', 85, 0],
      ['deals', 8800, 0],
    ],
  );
  expect(desk.result?.returned).toBe(0);
});

test('what is worth knowing is counted by kind', () => {
  const notes = desk.result?.notes.map(({ code, count }) => [code, count]);
  expect(notes).toEqual([
    ['amount_from_price', 2089],
    ['no_account', 1425],
    ['no_stage_date', 500],
  ]);
});

test('a spelling that is not in the price list is asked about once', () => {
  expect(desk.names).toEqual([
    {
      kind: 'product',
      value: 'GTXPro',
      count: 1480,
      candidate: 'GTX Pro',
      isSame: true,
      isDecided: false,
    },
  ]);
});

test('the pipeline is made of the stages of the file and comes first', async () => {
  const [pipeline] = await backend.client.deals.listPipelines();
  expect(pipeline?.nameEn).toBe('sales pipeline');
  expect(pipeline?.stages.map(({ nameEn, type, dealCount }) => [nameEn, type, dealCount])).toEqual([
    ['Prospecting', 'open', 500],
    ['Engaging', 'open', 1589],
    ['Won', 'won', 4238],
    ['Lost', 'lost', 2473],
  ]);
});

test('sums agree with the published figures to the cent', async () => {
  expect(await total({ statuses: ['won'] })).toMatchObject({
    count: 4238,
    sumMinor: 1_000_553_400,
  });
  const engaging = { stageIds: [(await stage('Engaging')).id] };
  expect(await total(engaging)).toMatchObject({ count: 1589, sumMinor: 389_222_900 });
  expect(await total({ accountIds: ['none'] })).toMatchObject({ count: 1425 });
});

test.each([
  ['2017-01-01', '2017-03-31', 113_467_200],
  ['2017-04-01', '2017-06-30', 308_611_100],
  ['2017-07-01', '2017-09-30', 298_225_500],
  ['2017-10-01', '2017-12-31', 280_249_600],
])('the revenue from %s to %s is right', async (closeFrom, closeTo, sumMinor) => {
  const filter: DealFilter = { statuses: ['won'], closePeriod: 'custom', closeFrom, closeTo };
  expect((await total(filter)).sumMinor).toBe(sumMinor);
});

test('people have the team of their manager and their region', async () => {
  const people = await backend.client.people.listPeople({ includeLeft: true });
  expect(people).toHaveLength(35);
  const teams = Map.groupBy(people, ({ team }) => team);
  expect([...teams.keys()].toSorted()).toEqual([
    'Cara Losch',
    'Celia Rouche',
    'Dustin Brinkmann',
    'Melvin Marxen',
    'Rocco Neubert',
    'Summer Sewald',
  ]);
  expect(new Set(people.map(({ region }) => region))).toEqual(new Set(['Central', 'East', 'West']));
  const cara = teams.get('Cara Losch')?.map(({ id }) => id) ?? [];
  expect(await total({ ownerIds: cara, statuses: ['won'] })).toMatchObject({
    count: 480,
    sumMinor: 113_004_900,
  });
});

test('accounts stand below their parents and keep their words as written', async () => {
  const { client } = backend;
  const sort = { by: 'name', descending: false } as const;
  const { count, rows } = await client.accounts.listAccounts({ filter: {}, sort, limit: 100 });
  expect(count).toBe(85);
  expect(rows.filter(({ parent }) => parent !== null)).toHaveLength(15);
  const child = rows.find(({ name }) => name === 'Codehow');
  expect(child).toMatchObject({ parent: { name: 'Acme Corporation' }, region: 'United States' });
  expect(rows.filter(({ industry }) => industry === 'technolgy')).toHaveLength(12);
  expect(rows.filter(({ region }) => region === 'Philipines')).toHaveLength(1);
});

test('a closed deal tells when it was engaged and how long it took', async () => {
  const { client } = backend;
  const [id = ''] = await client.deals.listDealIds({
    filter: { text: 'Cancity', statuses: ['won'] },
    sort: { by: 'closedOn', descending: false },
  });
  const deal = await client.deals.getDeal({ id });
  expect(deal.name).toBe('Cancity · GTX Plus Basic');
  expect(deal).toMatchObject({
    openedOn: '2016-10-20',
    closedOn: '2017-03-01',
    amountMinor: 105_400,
  });
  expect(
    deal.changes.map(({ cause, before, after }) => [cause, before?.status, after.status]),
  ).toEqual([
    ['imported', 'open', 'won'],
    ['imported', undefined, 'open'],
  ]);
  expect(deal.changes[0]).toMatchObject({ daysInFromStage: 132, before: { amountMinor: 109_600 } });
});

test('a deal that nobody dates has no dates, and was first seen with the import', async () => {
  const { client } = backend;
  const filter = { stageIds: [(await stage('Prospecting')).id] };
  const sort = { by: 'name', descending: false } as const;
  const [id = ''] = await client.deals.listDealIds({ filter, sort });
  const deal = await client.deals.getDeal({ id });
  expect(deal).toMatchObject({ openedOn: null, daysInStage: null });
  expect(deal.changes.map(({ at }) => at)).toEqual(['2026-11-24T01:00:00.000Z']);
});

test('a lost deal keeps the price that was hoped for', async () => {
  const { sumMinor, count } = await total({ statuses: ['lost'] });
  expect(count).toBe(2473);
  expect(sumMinor).toBeGreaterThan(0);
});

test('the log names the import, and it is one step of undo', async () => {
  const [run] = await backend.client.imports.listRuns();
  expect(run).toMatchObject({
    state: 'stands',
    returned: 0,
    files: [{ name: 'sales_pipeline.csv' }, {}, {}, {}],
  });
  const [step] = await backend.client.workspace.listUndoSteps();
  expect(step).toMatchObject({
    command: 'imports.runImport',
    details: { created: 8927, updated: 0 },
  });
});

test('the same files once more change nothing and ask nothing', async () => {
  const { client } = backend;
  await client.imports.closeDesk();
  const steps = await client.workspace.listUndoSteps();
  const again = await openFiles(backend, mavenFiles());
  expect(
    again.check?.counts.map(({ entity, rows, unchanged }) => [entity, rows === unchanged]),
  ).toEqual([
    ['people', true],
    ['products', true],
    ['accounts', true],
    ['deals', true],
  ]);
  expect(again.names.filter(({ isDecided }) => !isDecided)).toEqual([]);
  expect(again.files.map(({ sheets }) => sheets[0]?.profile)).toEqual([
    'sales_pipeline.csv',
    'accounts.csv',
    'products.csv',
    'sales_teams.csv',
  ]);
  const done = await client.imports.runImport();
  expect(done.result).toMatchObject({ hasEffect: false, returned: 0 });
  expect(await client.workspace.listUndoSteps()).toEqual(steps);
  await client.imports.closeDesk();
});

test('one undo takes all of it back, and redo brings it again', async () => {
  const { client } = backend;
  await client.workspace.undo();
  expect(await total({})).toMatchObject({ count: 0 });
  expect(await client.people.listPeople({ includeLeft: true })).toEqual([]);
  expect(await client.deals.listPipelines()).toHaveLength(1);
  expect((await client.imports.listRuns()).at(-1)).toMatchObject({ state: 'taken_back' });
  await client.workspace.redo();
  expect(await total({ statuses: ['won'] })).toMatchObject({
    count: 4238,
    sumMinor: 1_000_553_400,
  });
  expect((await client.imports.listRuns()).at(-1)).toMatchObject({ state: 'stands' });
});

test('what the sample file says about itself is not taken for data', async () => {
  const other = await startBackend();
  const { files } = await openFiles(other, [
    {
      name: 'data_dictionary.csv',
      content: 'Table,Field,Description\r\naccounts,account,Company name\r\n',
    },
  ]);
  expect(files[0]?.sheets[0]?.entity).toBeNull();
  await importFiles(other, mavenFiles().slice(2));
  await other.stop();
});
