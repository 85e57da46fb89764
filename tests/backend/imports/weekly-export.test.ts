import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFiles, openFiles } from '#tests/support/import-files.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

/** A manager whose only source is an export a week. */
const headings = 'Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date,Owner';
const firstWeek = [
  headings,
  'A-1,Xinda phase 2,Xinda,Qualify,48000,2026-12-15,Li Lei',
  'A-2,Huadong renewal,Huadong,Propose,30000,2026-12-20,Han Mei',
  'A-3,Yuanjing pilot,Yuanjing,Qualify,9000,2027-01-10,Li Lei',
].join('\n');
const secondWeek = [
  headings,
  'A-1,Xinda phase 2,Xinda,Propose,52000,2027-01-30,Li Lei',
  'A-2,Huadong renewal,Huadong,Closed Won,30000,2026-11-24,Han Mei',
  'A-4,Jinmao rollout,Jinmao,Qualify,70000,2027-02-01,Han Mei',
].join('\n');
const lastMonday = '2026-11-16T09:00:00.000Z';
const thisMonday = '2026-11-23T09:00:00.000Z';

let backend: TestBackend;

beforeAll(async () => {
  backend = await startBackend();
  await importWeek(firstWeek, lastMonday);
  await importWeek(secondWeek, thisMonday);
});

afterAll(async () => {
  await backend.stop();
  removeTestDirectories();
});

async function importWeek(content: string, dataAsOf: string) {
  const { client } = backend;
  await openFiles(backend, [{ name: 'opportunities.csv', content }]);
  await client.imports.changeDesk({ kind: 'options', dataAsOf });
  const desk = await client.imports.runImport();
  await client.imports.closeDesk();
  return desk;
}

async function deal(text: string) {
  const { client } = backend;
  const sort = { by: 'name', descending: false } as const;
  const [id = ''] = await client.deals.listDealIds({ filter: { text }, sort });
  return client.deals.getDeal({ id });
}

test('what differs from the week before becomes history of the day of the data', async () => {
  const { changes, amountMinor, expectedCloseOn } = await deal('Xinda');
  expect({ amountMinor, expectedCloseOn }).toEqual({
    amountMinor: 5_200_000,
    expectedCloseOn: '2027-01-30',
  });
  expect(changes[0]).toMatchObject({
    at: thisMonday,
    cause: 'imported',
    before: { amountMinor: 4_800_000, expectedCloseOn: '2026-12-15' },
  });
  expect(changes[0]?.before?.stageId).not.toBe(changes[0]?.after.stageId);
});

test('a deal that was won since is closed with the day of the file', async () => {
  const { status, closedOn, changes } = await deal('Huadong');
  expect({ status, closedOn }).toEqual({ status: 'won', closedOn: '2026-11-24' });
  expect(changes.map(({ after }) => after.status)).toEqual(['won', 'open']);
});

test('a deal that is no longer in the file stays as it was', async () => {
  expect(await deal('Yuanjing')).toMatchObject({ status: 'open', amountMinor: 900_000 });
});

test('what changed between two Mondays is told from the exports alone', async () => {
  const { client } = backend;
  const [run] = await client.imports.listRuns();
  expect(run?.counts).toContainEqual(
    expect.objectContaining({ entity: 'deals', rows: 3, create: 1, update: 2 }),
  );
});

test('one undo takes changed records back to what they were, and new ones away', async () => {
  const { client } = backend;
  await client.workspace.undo();
  expect(await deal('Xinda')).toMatchObject({
    amountMinor: 4_800_000,
    expectedCloseOn: '2026-12-15',
    changes: [{ at: lastMonday }],
  });
  expect(await deal('Huadong')).toMatchObject({ status: 'open', closedOn: null });
  expect((await client.deals.getTotals({ filter: {} })).count).toBe(3);
  await client.workspace.redo();
});

test('only what the mode allows is written', async () => {
  const { client } = backend;
  const content = [
    headings,
    'A-1,Xinda phase 2,Xinda,Propose,99000,2027-01-30,Li Lei',
    'A-9,New one,Xinda,Qualify,1000,2027-03-01,Li Lei',
  ].join('\n');
  await openFiles(backend, [{ name: 'opportunities.csv', content }]);
  const outlook = async (mode: 'create' | 'update') => {
    await client.imports.changeDesk({ kind: 'options', mode });
    const { check } = await client.imports.checkDesk();
    const counts = check?.counts.find(({ entity }) => entity === 'deals');
    return [counts?.create, counts?.update, counts?.skip];
  };
  expect(await outlook('create')).toEqual([1, 0, 1]);
  expect(await outlook('update')).toEqual([0, 1, 1]);
  await client.imports.closeDesk();
});

test('the same export once more has nothing to undo', async () => {
  const before = await backend.client.workspace.listUndoSteps();
  const { result } = await importFiles(backend, [
    { name: 'opportunities.csv', content: secondWeek },
  ]);
  expect(result).toMatchObject({ hasEffect: false });
  expect(await backend.client.workspace.listUndoSteps()).toEqual(before);
});

test('what a file reopens is no longer lost to anyone, and what it closes no longer sleeps', async () => {
  const { client } = backend;
  const reasons = `${headings},Loss Reason,Competitor`;
  const row = (id: string, rest: string) => `${id},${rest}`;
  const week = (jinmao: string, yuanjing: string) =>
    [
      reasons,
      row('A-4', `Jinmao rollout,Jinmao,${jinmao},Han Mei,Price,Acme`),
      row('A-3', `Yuanjing pilot,Yuanjing,${yuanjing},Li Lei,,`),
    ].join('\n');
  await importWeek(week('Closed Lost,70000,2026-11-24', 'Qualify,9000,2027-01-10'), thisMonday);
  expect(await deal('Jinmao')).toMatchObject({ lossReason: 'Price', lossCompetitor: 'Acme' });
  const { id } = await deal('Yuanjing');
  await client.deals.snoozeDeal({ id, snooze: { untilOn: '2027-01-04', reason: 'Budget' } });
  const reopened = week('Qualify,70000,2027-02-01', 'Closed Won,9000,2026-11-24');
  await importWeek(reopened, '2026-11-24T00:30:00.000Z');
  const opened = { status: 'open', lossReason: '', lossCompetitor: '' };
  expect(await deal('Jinmao')).toMatchObject(opened);
  expect(await deal('Yuanjing')).toMatchObject({
    status: 'won',
    snoozedUntilOn: null,
    snoozeReason: '',
  });
  await importWeek(reopened, '2026-11-24T00:45:00.000Z');
  expect(await deal('Jinmao')).toMatchObject(opened);
});
