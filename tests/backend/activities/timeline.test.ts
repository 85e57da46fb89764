import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { countActivities } from '#backend/features/activities/activity.service.ts';
import { buildAccount } from '#tests/support/builders/account.ts';
import { buildActivity } from '#tests/support/builders/activity.ts';
import { buildDeal } from '#tests/support/builders/deal.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
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

const timeline = (of: { dealId: string } | { accountId: string } | { personId: string }) =>
  backend.client.activities.getTimeline({ of });

test('plans come first by due date, then what was done, the newest first', async () => {
  const dealId = await buildDeal(backend);
  const plan = (subject: string, happenedAt: string) =>
    buildActivity(backend, { dealId, subject, happenedAt, status: 'planned' });
  const done = (subject: string, happenedAt: string) =>
    buildActivity(backend, { dealId, subject, happenedAt });
  await done('初访', '2026-11-01T02:00:00.000Z');
  await plan('演示', '2026-12-05T02:00:00.000Z');
  await done('电话', '2026-11-10T02:00:00.000Z');
  await plan('报价', '2026-11-28T02:00:00.000Z');
  const result = await timeline({ dealId });
  expect(result.planned.map(({ subject }) => subject)).toEqual(['报价', '演示']);
  expect(result.done.map(({ subject }) => subject)).toEqual(['电话', '初访']);
  expect(result.doneCount).toBe(2);
});

test('a plan that is done keeps when it had been planned for', async () => {
  const dealId = await buildDeal(backend);
  const id = await buildActivity(backend, {
    dealId,
    status: 'planned',
    happenedAt: '2026-11-20T02:00:00.000Z',
  });
  await backend.client.activities.completeActivity({ id });
  expect((await timeline({ dealId })).done[0]).toMatchObject({
    status: 'done',
    happenedAt: '2026-11-24T01:00:00.000Z',
    plannedFor: '2026-11-20T02:00:00.000Z',
  });
});

test('the deal knows its last and its next activity whatever happens to them', async () => {
  const dealId = await buildDeal(backend);
  const dates = async () => {
    const deal = await backend.client.deals.getDeal({ id: dealId });
    return [deal.lastActivityAt, deal.nextActivityAt];
  };
  const visit = await buildActivity(backend, { dealId, happenedAt: '2026-11-20T02:00:00.000Z' });
  const plan = await buildActivity(backend, {
    dealId,
    status: 'planned',
    happenedAt: '2026-11-28T02:00:00.000Z',
  });
  expect(await dates()).toEqual(['2026-11-20T02:00:00.000Z', '2026-11-28T02:00:00.000Z']);
  await backend.client.activities.cancelActivity({ id: plan });
  await backend.client.activities.removeActivity({ id: visit });
  expect(await dates()).toEqual([null, null]);
  await backend.client.workspace.undo();
  expect(await dates()).toEqual(['2026-11-20T02:00:00.000Z', null]);
});

test('an activity belongs to the owner of its deal unless somebody else is named', async () => {
  const owner = await buildPerson(backend);
  const helper = await buildPerson(backend, { name: '韩梅' });
  const dealId = await buildDeal(backend, { ownerId: owner.id });
  await buildActivity(backend, { dealId });
  await buildActivity(backend, { dealId, personId: helper.id });
  expect((await timeline({ personId: owner.id })).doneCount).toBe(1);
  expect((await timeline({ personId: helper.id })).doneCount).toBe(1);
});

test('the timeline of an account follows its deals, also when a deal changes hands', async () => {
  const [xinda, other] = [
    await buildAccount(backend),
    await buildAccount(backend, { name: '远方' }),
  ];
  const dealId = await buildDeal(backend, { accountId: xinda });
  await buildActivity(backend, { dealId, subject: '商机拜访' });
  await buildActivity(backend, { accountId: xinda, subject: '客户拜访' });
  expect((await timeline({ accountId: xinda })).doneCount).toBe(2);
  await backend.client.deals.editDeal({ id: dealId, facts: { accountId: other } });
  expect((await timeline({ accountId: xinda })).done.map((one) => one.subject)).toEqual([
    '客户拜访',
  ]);
  expect((await timeline({ accountId: other })).done.map((one) => one.subject)).toEqual([
    '商机拜访',
  ]);
});

test('activities are counted by person, local day and kind', async () => {
  const person = await buildPerson(backend);
  const at = (happenedAt: string, kind: 'visit' | 'call' = 'visit') =>
    buildActivity(backend, { personId: person.id, happenedAt, kind });
  await at('2026-11-16T02:00:00.000Z');
  await at('2026-11-16T03:00:00.000Z');
  await at('2026-11-17T02:00:00.000Z', 'call');
  await at('2026-11-30T02:00:00.000Z');
  const counts = await backend.workspace.runQuery((context) =>
    countActivities(context, { personIds: [person.id], fromOn: '2026-11-16', toOn: '2026-11-22' }),
  );
  expect(counts).toEqual([
    { personId: person.id, on: '2026-11-16', kind: 'visit', count: 2 },
    { personId: person.id, on: '2026-11-17', kind: 'call', count: 1 },
  ]);
});
