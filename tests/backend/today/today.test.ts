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
  expect(changes.deals.items.map(({ move, ownerName }) => [move.name, ownerName])).toEqual([
    ['旧', '李雷'],
    ['新', '李雷'],
  ]);
});

test('stuck deals are the largest of the team, with the rule that fired', async () => {
  const { id: ownerId } = await buildPerson(backend);
  for (let n = 1; n <= 8; n += 1) {
    await buildDeal(backend, { ownerId, name: `单 ${n}`, amountMinor: n * 100 });
  }
  const { stuck } = await today();
  expect(stuck.more).toBe(2);
  expect(stuck.items[0]).toMatchObject({ name: '单 8', reasons: [{ code: 'no_next_step' }] });
});
