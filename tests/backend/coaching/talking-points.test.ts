import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildDeal } from '#tests/support/builders/deal.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { buildCommitment } from '#tests/support/builders/session.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

let backend: TestBackend;
let personId: string;
beforeEach(async () => {
  backend = await startBackend();
  personId = (await buildPerson(backend)).id;
});
afterEach(() => backend.stop());
afterAll(removeTestDirectories);

const points = async () => (await backend.client.coaching.getPrep({ personId })).brief.points;
const rules = async () => (await points()).map(({ fact, text }) => fact?.rule ?? text);

async function buildFacts() {
  const small = await buildDeal(backend, { ownerId: personId, name: '小单', amountMinor: 1_00 });
  const big = await buildDeal(backend, { ownerId: personId, name: '大单', amountMinor: 9_00 });
  await buildCommitment(backend, { personId, text: '欠我的', dueOn: '2026-11-01' });
  await buildCommitment(backend, {
    personId,
    owner: 'manager',
    text: '我欠的',
    dueOn: '2026-11-20',
  });
  return { small, big };
}

test('rules propose in their order: my overdue promise, theirs, then stuck deals by amount', async () => {
  await buildFacts();
  const facts = (await points()).map(({ fact }) =>
    fact !== null && 'name' in fact ? fact.name : fact !== null && 'text' in fact && fact.text,
  );
  expect(facts).toEqual(['我欠的', '欠我的', '大单', '小单']);
});

test('a dismissed proposal stays away, with its reason, until a session was held', async () => {
  const { client } = backend;
  const { big } = await buildFacts();
  const key = `stuck_deal:${big}`;
  await client.coaching.dismissPoint({ personId, key, reason: '客户在审批' });
  expect((await points()).map((point) => point.key)).not.toContain(key);
  const { id: sessionId } = await client.coaching.startSession({ personId, sessionId: null });
  const page = await client.coaching.getSession({ sessionId });
  expect(page.points.find(({ state }) => state === 'dropped')?.dropReason).toBe('客户在审批');
  await client.coaching.completeSession({ sessionId });
  expect((await points()).map((point) => point.key)).toContain(key);
});

test('the manager’s order and words win over the rules', async () => {
  const { client } = backend;
  const { big } = await buildFacts();
  const keys = (await points()).map(({ key }) => key);
  await client.coaching.orderPoints({ personId, sessionId: null, keys: keys.toReversed() });
  expect(await rules()).toEqual([
    'stuck_deal',
    'stuck_deal',
    'overdue_commitment',
    'overdue_commitment',
  ]);
  const [, second] = await points();
  await client.coaching.rewordPoint({ personId, key: second?.key ?? '', text: '大单为什么停了' });
  expect((await points())[1]).toMatchObject({ text: '大单为什么停了', fact: { dealId: big } });
});

test('a rule’s point goes when its fact is gone, unless the manager gave it words', async () => {
  const { client } = backend;
  const one = await buildCommitment(backend, { personId, text: '一', dueOn: '2026-11-01' });
  const two = await buildCommitment(backend, { personId, text: '二', dueOn: '2026-11-02' });
  const keys = (await points()).map(({ key }) => key);
  await client.coaching.orderPoints({ personId, sessionId: null, keys });
  const [, second] = await points();
  await client.coaching.rewordPoint({ personId, key: second?.key ?? '', text: '为什么总拖' });
  for (const { id: commitmentId } of [one, two]) {
    const settlement = { status: 'dropped', note: '', sessionId: null } as const;
    await client.coaching.settleCommitment({ commitmentId, ...settlement });
  }
  expect((await points()).map(({ text, fact }) => [text, fact])).toEqual([['为什么总拖', null]]);
});

test('a line of the brief is pinned once, however often', async () => {
  const { client } = backend;
  const pin = { personId, sessionId: null, line: 'move:x', text: '信达推迟了三次' };
  const first = await client.coaching.pinPoint(pin);
  expect(await client.coaching.pinPoint(pin)).toBe(first);
  expect(await points()).toMatchObject([{ source: 'manager', text: '信达推迟了三次' }]);
});

test('a session takes the first three proposals, or all that the manager chose', async () => {
  const { client } = backend;
  await buildFacts();
  const started = await client.coaching.startSession({ personId, sessionId: null });
  const page = await client.coaching.getSession({ sessionId: started.id });
  expect(page.points.map(({ fact }) => fact?.rule)).toEqual([
    'overdue_commitment',
    'overdue_commitment',
    'stuck_deal',
  ]);
});

test('what was not talked about waits for the next session, a rule’s own point lapses', async () => {
  const { client } = backend;
  const add = (text: string) =>
    client.coaching.addPoint({ personId, sessionId: null, text, source: 'manager' });
  await add('谈过了');
  await add('没谈到');
  await buildCommitment(backend, { personId, dueOn: '2026-11-01' });
  const { id: sessionId } = await client.coaching.startSession({ personId, sessionId: null });
  const page = await client.coaching.getSession({ sessionId });
  const itemId = page.points.find(({ text }) => text === '谈过了')?.itemId ?? '';
  await client.coaching.setPointState({ itemId, state: 'discussed' });
  await client.coaching.completeSession({ sessionId });
  expect(await points()).toMatchObject([
    { source: 'carried', text: '没谈到', carriedCount: 1 },
    { source: 'rule', fact: { rule: 'overdue_commitment' } },
  ]);
});

test('praise has a place among the first three when there is any', async () => {
  const { client } = backend;
  await buildFacts();
  const { commitments } = {
    commitments: await buildCommitment(backend, { personId, dueOn: '2026-11-24' }),
  };
  const settlement = { status: 'done', note: '', sessionId: null } as const;
  await client.coaching.settleCommitment({ commitmentId: commitments.id, ...settlement });
  expect((await rules()).slice(0, 3)).toEqual([
    'overdue_commitment',
    'overdue_commitment',
    'praise_kept',
  ]);
});

test('what the rules say of a private commitment is private, proposed, kept, pinned or taken', async () => {
  const { client } = backend;
  const secret = { personId, visibility: 'private' } as const;
  const overdue = await buildCommitment(backend, { ...secret, dueOn: '2026-11-01' });
  const open = await buildCommitment(backend, { ...secret, text: '不外传' });
  const kept = await buildCommitment(backend, { ...secret, dueOn: '2026-11-24' });
  const settlement = { status: 'done', note: '', sessionId: null } as const;
  await client.coaching.settleCommitment({ commitmentId: kept.id, ...settlement });
  const key = `overdue_commitment:${overdue.id}`;
  const seen = async () => (await points()).map(({ visibility }) => visibility);
  expect(await seen()).toEqual(['private', 'private']);
  const pin = { personId, sessionId: null, line: `commitment:${open.id}`, text: '不外传' };
  await client.coaching.pinPoint(pin);
  await client.coaching.rewordPoint({ personId, key, text: '为什么总拖' });
  expect(await seen()).toEqual(['private', 'private', 'private']);
  const { id: sessionId } = await client.coaching.startSession({ personId, sessionId: null });
  const page = await client.coaching.getSession({ sessionId });
  expect(new Set(page.points.map(({ visibility }) => visibility))).toEqual(new Set(['private']));
});

test('a point about a commitment that is made private later is private too', async () => {
  const { client } = backend;
  const { id } = await buildCommitment(backend, { personId, dueOn: '2026-11-01' });
  const key = `overdue_commitment:${id}`;
  await client.coaching.orderPoints({ personId, sessionId: null, keys: [key] });
  const pin = { personId, sessionId: null, line: `commitment:${id}`, text: '不外传' };
  await client.coaching.pinPoint(pin);
  const seen = async () => (await points()).map(({ visibility }) => visibility);
  expect(await seen()).toEqual(['shared', 'shared']);
  const changes = { visibility: 'private' } as const;
  await client.coaching.changeCommitment({ commitmentId: id, changes });
  expect(await seen()).toEqual(['private', 'private']);
  await client.workspace.undo();
  expect(await seen()).toEqual(['shared', 'shared']);
});

test('a point the manager writes is private until shared, one the person brings is not', async () => {
  const { client } = backend;
  const place = { personId, sessionId: null };
  await client.coaching.addPoint({ ...place, text: '可能想转岗', source: 'manager' });
  await client.coaching.addPoint({ ...place, text: '想带新人', source: 'rep' });
  expect(await points()).toMatchObject([{ visibility: 'private' }, { visibility: 'shared' }]);
  const watched = { text: '写在共享屏幕上', source: 'manager', visibility: 'shared' } as const;
  await client.coaching.addPoint({ ...place, ...watched });
  expect((await points())[2]).toMatchObject({ visibility: 'shared' });
});

test('a discarded session gives back what was prepared, in order, and nothing that was not', async () => {
  const { client, platform } = backend;
  const place = { personId, sessionId: null };
  const { big } = await buildFacts();
  const pin = { ...place, line: `stuck_deal:${big}`, text: '大单' };
  await client.coaching.pinPoint(pin);
  await client.coaching.addPoint({ ...place, text: '想转岗', source: 'manager' });
  const dismissed = (await points()).find(({ fact }) => fact?.rule === 'overdue_commitment');
  await client.coaching.dismissPoint({ personId, key: dismissed?.key ?? '', reason: '已知' });
  const before = await points();
  platform.clock.set('2026-11-24T02:00:00.000Z');
  const { id: sessionId } = await client.coaching.startSession(place);
  const page = await client.coaching.getSession({ sessionId });
  const itemId = page.points.find(({ text }) => text === '想转岗')?.itemId ?? '';
  await client.coaching.setPointState({ itemId, state: 'discussed' });
  await client.coaching.addPoint({ personId, sessionId, text: '当场想到', source: 'manager' });
  await client.coaching.removeSession({ sessionId });
  const known = (point: { key: string }) => before.some(({ key }) => key === point.key);
  const after = await points();
  expect(after.filter(known)).toEqual(before);
  expect(after.filter((point) => !known(point)).map(({ text }) => text)).toEqual(['当场想到']);
  await client.workspace.undo();
  expect((await client.coaching.getSession({ sessionId })).points).toHaveLength(
    page.points.length + 1,
  );
});

test('a discarded session that nobody prepared leaves only what the rules propose', async () => {
  const { client } = backend;
  await buildFacts();
  const before = await points();
  const { id: sessionId } = await client.coaching.startSession({ personId, sessionId: null });
  await client.coaching.removeSession({ sessionId });
  expect(await points()).toEqual(before);
});

test('a session’s brief hides what was made private after it started, and nothing else', async () => {
  const { client } = backend;
  const { id } = await buildCommitment(backend, { personId, dueOn: '2026-11-01' });
  const { id: other } = await buildCommitment(backend, { personId, dueOn: '2026-11-02' });
  const { id: sessionId } = await client.coaching.startSession({ personId, sessionId: null });
  const changes = { visibility: 'private' } as const;
  await client.coaching.changeCommitment({ commitmentId: id, changes });
  const { brief, points: agenda } = await client.coaching.getSession({ sessionId });
  const secret = { visibility: 'private' };
  expect(brief.commitments).toMatchObject([
    { id, ...secret },
    { id: other, visibility: 'shared' },
  ]);
  for (const shown of [brief.points, agenda]) {
    expect(shown).toMatchObject([secret, { visibility: 'shared' }]);
  }
});

test('what was private when it was deleted stays private in a session’s brief', async () => {
  const { client } = backend;
  const { id: commitmentId } = await buildCommitment(backend, { personId, dueOn: '2026-11-01' });
  const { id: other } = await buildCommitment(backend, { personId, dueOn: '2026-11-02' });
  const { id: sessionId } = await client.coaching.startSession({ personId, sessionId: null });
  const changes = { visibility: 'private' } as const;
  await client.coaching.changeCommitment({ commitmentId, changes });
  for (const id of [commitmentId, other]) {
    await client.coaching.removeCommitment({ commitmentId: id });
  }
  const { brief } = await client.coaching.getSession({ sessionId });
  for (const shown of [brief.commitments, brief.points]) {
    expect(shown.map(({ visibility }) => visibility)).toEqual(['private', 'shared']);
  }
});
