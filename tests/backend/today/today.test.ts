import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildDeal, standardStages } from '#tests/support/builders/deal.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { buildCommitment, buildSession } from '#tests/support/builders/session.ts';
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

const today = () => backend.client.today.getToday();

test('an empty workspace has an empty day that claims nothing', async () => {
  expect(await today()).toMatchObject({
    today: '2026-11-24',
    hasDeals: false,
    quarter: { index: 4, weekNo: 8, weeksLeft: 5, quotaMinor: null, attainmentBp: null },
    sessions: [],
    people: [],
    commitments: { items: [], more: 0 },
    changes: { fromOn: '2026-11-23', deals: { items: [], more: 0 } },
    stuck: { items: [] },
    risks: { items: [] },
    reviews: { items: [] },
  });
});

test('promises that are due stand with the manager’s own first, later ones not at all', async () => {
  const { id: personId } = await buildPerson(backend);
  const add = (text: string, more: object) => buildCommitment(backend, { personId, text, ...more });
  await add('销售逾期', { dueOn: '2026-11-20' });
  await add('我的今天', { owner: 'manager', dueOn: '2026-11-24' });
  await add('明天', { dueOn: '2026-11-25' });
  const { commitments } = await today();
  expect(commitments.items.map(({ text }) => text)).toEqual(['我的今天', '销售逾期']);
});

test('this week’s people come in the order of their sessions, then who has waited too long', async () => {
  const joinedOn = '2024-01-01';
  const late = await buildPerson(backend, { name: '久', joinedOn });
  const second = await buildPerson(backend, { name: '二', joinedOn });
  const first = await buildPerson(backend, { name: '一', joinedOn });
  await buildSession(backend, { personId: second.id, scheduledAt: '2026-11-27T02:00:00.000Z' });
  await buildSession(backend, { personId: first.id, scheduledAt: '2026-11-25T02:00:00.000Z' });
  await buildSession(backend, { personId: late.id, scheduledAt: '2026-12-10T02:00:00.000Z' });
  const { people, sessions } = await today();
  expect(people.map(({ person }) => person.name)).toEqual(['一', '二', '久']);
  expect(sessions).toEqual([]);
});

test('a planned session whose time has passed still asks to be held', async () => {
  const { id: personId } = await buildPerson(backend);
  const { id } = await buildSession(backend, {
    personId,
    scheduledAt: '2026-11-20T02:00:00.000Z',
  });
  expect((await today()).sessions.map((session) => session.id)).toEqual([id]);
});

test('changes count since the working day before: on Monday since Friday', async () => {
  const { client, platform } = backend;
  const { won } = await standardStages(backend);
  platform.clock.set('2026-11-19T02:00:00.000Z');
  const { id: ownerId } = await buildPerson(backend);
  const old = await buildDeal(backend, { ownerId, name: '旧', expectedCloseOn: '2026-12-01' });
  platform.clock.set('2026-11-20T02:00:00.000Z');
  await client.deals.editDeal({ id: old, facts: { expectedCloseOn: '2027-01-15' } });
  platform.clock.set('2026-11-21T02:00:00.000Z');
  const fresh = await buildDeal(backend, { ownerId, name: '新', amountMinor: 120_00 });
  await client.deals.moveDeal({ id: fresh, stageId: won.id });
  platform.clock.set('2026-11-23T02:00:00.000Z');
  const { changes } = await today();
  expect(changes).toMatchObject({
    fromOn: '2026-11-20',
    pushed: 1,
    won: { count: 1, amountMinor: 120_00 },
  });
  const behind = await client.deals.getPipelineChanges({
    filter: {},
    fromOn: changes.fromOn,
    toOn: null,
  });
  expect(behind.lensCounts).toMatchObject({ new: 1, pushed: 1, won: 1, lost: 0, forward: 0 });
  expect(changes.deals.items.map(({ move, ownerName }) => [move.name, ownerName])).toEqual([
    ['旧', '李雷'],
    ['新', '李雷'],
  ]);
});

test('stuck deals are the largest of the team, with the rule that fired', async () => {
  const { id: ownerId } = await buildPerson(backend);
  for (let n = 1; n <= 42; n += 1) {
    await buildDeal(backend, { ownerId, name: `单 ${n}`, amountMinor: n * 100 });
  }
  const { stuck, hasDeals } = await today();
  expect(hasDeals).toBe(true);
  expect(stuck.more).toBe(2);
  expect(stuck.items[0]).toMatchObject({ name: '单 42', reasons: [{ code: 'no_next_step' }] });
});

test('the rows behind the quarter’s figures add up to them', async () => {
  const { client } = backend;
  const { won } = await standardStages(backend);
  const { id: ownerId } = await buildPerson(backend);
  const { id: leftOut } = await buildPerson(backend, { name: '无指标' });
  await client.people.setQuotas({
    cells: [{ personId: ownerId, periodStartOn: '2026-10-01', amountMinor: 1000 }],
  });
  const add = async (amountMinor: number, more: object = {}) =>
    buildDeal(backend, { ownerId, amountMinor, ...more });
  await client.deals.moveDeal({ id: await add(300), stageId: won.id });
  await client.deals.moveDeal({ id: await add(70, { ownerId: leftOut }), stageId: won.id });
  await add(500, { expectedCloseOn: '2026-12-01' });
  await add(400, { expectedCloseOn: '2026-11-01' });
  await add(900, { expectedCloseOn: '2027-03-01' });
  const { quarter } = await today();
  const { endOn: closeTo, peopleIds, quotaPeopleIds } = quarter;
  const attained = await client.deals.getTotals({
    filter: { statuses: ['won'], closePeriod: 'this_quarter', ownerIds: quotaPeopleIds },
  });
  expect(attained.sumMinor).toBe(quarter.quotaWonMinor);
  expect(quarter).toMatchObject({ quotaWonMinor: 300, attainmentBp: 3000, gapMinor: 700 });
  const likely = await client.deals.getTotals({
    filter: {
      statuses: ['open', 'won'],
      closedWithin: 'this_quarter',
      closePeriod: 'custom',
      closeTo,
      ownerIds: peopleIds,
    },
  });
  expect(likely).toMatchObject({ count: 4, weightedMinor: quarter.forecastMinor });
});

test('a risk whose review is due waits with what else is due', async () => {
  const { client } = backend;
  const late = await client.risks.addRisk({ title: '复核过期', category: 'deal', current: null });
  await client.risks.changeRisk({ id: late.id, nextReviewOn: '2026-11-20' });
  const later = await client.risks.addRisk({ title: '以后', category: 'deal', current: null });
  await client.risks.changeRisk({ id: later.id, nextReviewOn: '2026-12-20' });
  const { risks } = await today();
  expect(risks.items.map(({ title, isReviewOverdue }) => [title, isReviewOverdue])).toEqual([
    ['复核过期', true],
  ]);
});
