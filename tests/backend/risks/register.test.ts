import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

let backend: TestBackend;
beforeEach(async () => {
  backend = await startBackend();
});
afterEach(() => backend.stop());
afterAll(removeTestDirectories);

const high = { probability: 4, impact: 4 };
const low = { probability: 1, impact: 2 };

test('a scored risk is assessed and comes up again by the rhythm of its level', async () => {
  const risk = await backend.client.risks.addRisk({
    title: '信达集中度',
    category: 'concentration',
    current: high,
  });
  expect(risk).toMatchObject({
    number: 1,
    status: 'assessed',
    level: 'high',
    nextReviewOn: '2026-12-24',
    emvMinor: null,
  });
});

test('a risk nobody scored is identified, and comes up within a week', async () => {
  const risk = await backend.client.risks.addRisk({ title: 'Unclear', category: 'other' });
  expect(risk).toMatchObject({ status: 'identified', level: null, nextReviewOn: '2026-12-01' });
});

test('the heat map counts the whole filter and a cell narrows only the list', async () => {
  const { risks } = backend.client;
  await risks.addRisk({ title: 'A', category: 'credit', current: high });
  await risks.addRisk({ title: 'B', category: 'credit', current: high });
  await risks.addRisk({ title: 'C', category: 'people', current: low });
  await risks.addRisk({ title: 'D', category: 'people' });
  const register = await risks.getRegister({ cell: { stage: 'current', ...high } });
  expect(register.risks.map((risk) => risk.title)).toEqual(['A', 'B']);
  const cells = register.cells.filter((cell) => cell.stage === 'current');
  expect(cells.reduce((sum, cell) => sum + cell.count, 0) + register.unscored.current).toBe(4);
});

test('an overdue review comes first, whatever its level', async () => {
  const { risks } = backend.client;
  await risks.addRisk({ title: 'High', category: 'credit', current: high });
  const minor = await risks.addRisk({ title: 'Low', category: 'people', current: low });
  await risks.changeRisk({ id: minor.id, nextReviewOn: '2026-11-20' });
  const register = await risks.getRegister({});
  expect(register.risks.map((risk) => risk.title)).toEqual(['Low', 'High']);
  expect(register.overdueReviews).toBe(1);
});

test('a review keeps what the score was and moves the next date', async () => {
  const { risks } = backend.client;
  const { id } = await risks.addRisk({ title: 'A', category: 'credit', current: high });
  backend.platform.clock.set('2026-12-20T02:00:00.000Z');
  const reviewed = await risks.reviewRisk({
    id,
    note: '两家已回款',
    current: { probability: 2, impact: 3 },
  });
  expect(reviewed).toMatchObject({ level: 'medium', nextReviewOn: '2027-03-20' });
  expect(reviewed.reviews).toMatchObject([
    { reviewedOn: '2026-12-20', before: high, after: { probability: 2, impact: 3 } },
  ]);
});

test('accepting without an end is refused, and an ended acceptance comes up by itself', async () => {
  const { risks } = backend.client;
  const { id } = await risks.addRisk({ title: 'A', category: 'pricing', current: low });
  await expect(
    // @ts-expect-error the contract does not allow it either
    risks.chooseTreatment({ id, treatment: 'accept', acceptedBy: '总监', reason: '可控' }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await risks.chooseTreatment({
    id,
    treatment: 'accept',
    acceptedBy: '总监',
    reason: '可控',
    untilOn: '2026-12-31',
  });
  backend.platform.clock.set('2027-01-02T02:00:00.000Z');
  expect(await risks.getRisk({ id })).toMatchObject({
    isAcceptanceEnding: true,
    warnings: ['acceptance_ended'],
  });
});

test('an action past its day is overdue until it is done', async () => {
  const { risks } = backend.client;
  const { id } = await risks.addRisk({ title: 'A', category: 'credit', current: high });
  const { actions } = await risks.addAction({ riskId: id, text: '核对清单', dueOn: '2026-11-23' });
  expect(actions).toMatchObject([{ isOverdue: true, status: 'open' }]);
  const done = await risks.changeAction({ id: actions[0]?.id ?? '', status: 'done' });
  expect(done.actions).toMatchObject([{ isOverdue: false, doneOn: '2026-11-24' }]);
  expect(done.overdueActions).toBe(0);
});

test('closing needs a reason, keeps the history and can be taken back', async () => {
  const { client } = backend;
  const { id } = await client.risks.addRisk({ title: 'A', category: 'credit', current: high });
  await client.risks.closeRisk({ id, reason: '已回款' });
  expect((await client.risks.getRegister({})).total).toBe(0);
  const history = await client.workspace.listHistory({ table: 'risk', id });
  expect(history[0]?.changes).toContainEqual({
    field: 'status',
    before: 'assessed',
    after: 'closed',
  });
  await client.workspace.undo();
  expect((await client.risks.getRegister({})).total).toBe(1);
});

test('a deleted risk leaves the register and its number is never given again', async () => {
  const { client } = backend;
  const { id } = await client.risks.addRisk({ title: 'A', category: 'credit' });
  await client.risks.deleteRisk({ id });
  expect(await client.risks.addRisk({ title: 'B', category: 'credit' })).toMatchObject({
    number: 2,
  });
});

test('the texts of a risk are kept while typed', async () => {
  const { client } = backend;
  const { id } = await client.risks.addRisk({ title: 'A', category: 'credit' });
  await client.texts.saveText({ table: 'risk', id, field: 'cause', text: '两家客户资金紧张' });
  expect((await client.risks.getRisk({ id })).cause).toBe('两家客户资金紧张');
});

test('the expected loss is of open threats alone; a gain stands beside it', async () => {
  const { risks } = backend.client;
  const add = async (title: string, facts: object) => {
    const { id } = await risks.addRisk({ title, category: 'credit', current: high });
    await risks.changeRisk({ id, probabilityBp: 5_000, lossMinor: 1_000, ...facts });
    return id;
  };
  await add('Threat', {});
  await add('Unestimated', { lossMinor: null });
  await add('Chance', { kind: 'opportunity', lossMinor: 600 });
  const closed = await add('Past', {});
  await risks.closeRisk({ id: closed, reason: 'Over' });
  expect(await risks.getRegister({ status: 'all' })).toMatchObject({
    total: 4,
    expectedLoss: { totalMinor: 500, estimated: 1, of: 2 },
    expectedGain: { totalMinor: 300, estimated: 1, of: 1 },
  });
});
