import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildPerson } from '#tests/support/builders/person.ts';
import { buildCommitment, buildSession, holdSession } from '#tests/support/builders/session.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

let backend: TestBackend;
let personId: string;
beforeEach(async () => {
  backend = await startBackend({ now: '2026-09-01T01:00:00.000Z' });
  personId = (await buildPerson(backend)).id;
});
afterEach(() => backend.stop());
afterAll(removeTestDirectories);

const brief = async () => (await backend.client.coaching.getPrep({ personId })).brief;

async function skip(at: string, how: 'excuse' | 'miss' | 'remove'): Promise<void> {
  const { client, platform } = backend;
  platform.clock.set(at);
  const { id: sessionId } = await buildSession(backend, { personId });
  if (how === 'excuse') await client.coaching.excuseSession({ sessionId, reason: '出差' });
  if (how === 'miss') await client.coaching.missSession({ sessionId, reason: '客户急事' });
  if (how === 'remove') await client.coaching.removeSession({ sessionId });
}

test('three open commitments survive two skipped sessions, with age, moves and times carried', async () => {
  const { client, platform } = backend;
  const { commitments } = await holdSession(backend, {
    personId,
    at: '2026-09-01T02:00:00.000Z',
    commitments: [
      { text: '约采购总监', dueOn: '2026-09-10' },
      { text: '协调售前', owner: 'manager', dueOn: '2026-09-08' },
      { text: '补齐决策链' },
    ],
  });
  const first = commitments[0]?.id ?? '';
  const move = (dueOn: string) =>
    client.coaching.changeCommitment({ commitmentId: first, changes: { dueOn } });
  await skip('2026-09-15T02:00:00.000Z', 'excuse');
  await move('2026-09-20');
  await skip('2026-09-29T02:00:00.000Z', 'miss');
  await move('2026-10-20');
  await skip('2026-10-05T02:00:00.000Z', 'remove');
  platform.clock.set('2026-10-13T02:00:00.000Z');
  expect((await brief()).commitments).toMatchObject([
    { text: '协调售前', owner: 'manager', overdueDays: 35, ageDays: 42, carriedCount: 2 },
    { text: '约采购总监', overdueDays: 0, ageDays: 42, carriedCount: 2, movedCount: 2 },
    { text: '补齐决策链', dueOn: null, ageDays: 42, carriedCount: 2, movedCount: 0 },
  ]);
});

test('a date moved earlier, or set for the first time, is no delay', async () => {
  const { client } = backend;
  const made = await buildCommitment(backend, { personId });
  const change = (dueOn: string) =>
    client.coaching.changeCommitment({ commitmentId: made.id, changes: { dueOn } });
  expect(await change('2026-09-20')).toMatchObject({ movedCount: 0, originalDueOn: '2026-09-20' });
  expect(await change('2026-09-15')).toMatchObject({ movedCount: 0, originalDueOn: '2026-09-20' });
  expect(await change('2026-09-25')).toMatchObject({ movedCount: 1, originalDueOn: '2026-09-20' });
});

test('a date cleared and then set later is moved once, one set earlier is not', async () => {
  const { client } = backend;
  const made = await buildCommitment(backend, { personId, dueOn: '2026-09-10' });
  const change = (changes: { dueOn: string | null; isUndated?: boolean }) =>
    client.coaching.changeCommitment({ commitmentId: made.id, changes });
  await change({ dueOn: '2026-09-20' });
  expect(await change({ dueOn: null })).toMatchObject({ dueOn: null, movedCount: 1 });
  const later = await change({ dueOn: '2026-09-25' });
  expect(later).toMatchObject({ movedCount: 2, originalDueOn: '2026-09-10' });
  await change({ dueOn: null, isUndated: true });
  expect(await change({ dueOn: '2026-09-22' })).toMatchObject({ movedCount: 2 });
});

test('what was closed since the last session is shown, what was settled in it is not', async () => {
  const { client, platform } = backend;
  const a = await buildCommitment(backend, { personId, text: '会上了结' });
  const b = await buildCommitment(backend, { personId, text: '会后完成', dueOn: '2026-09-20' });
  platform.clock.set('2026-09-15T01:00:00.000Z');
  const { id: sessionId } = await client.coaching.startSession({ personId, sessionId: null });
  const settle = { status: 'done', note: '已签回' } as const;
  await client.coaching.settleCommitment({ commitmentId: a.id, ...settle, sessionId });
  await client.coaching.completeSession({ sessionId });
  await client.coaching.settleCommitment({ commitmentId: b.id, ...settle, sessionId: null });
  platform.clock.set('2026-09-29T01:00:00.000Z');
  expect((await brief()).commitments).toMatchObject([
    { text: '会后完成', status: 'done', closedOn: '2026-09-15', outcomeNote: '已签回' },
  ]);
});

test('settling again keeps the words on how it went unless new ones are given', async () => {
  const { settleCommitment } = backend.client.coaching;
  const { id: commitmentId } = await buildCommitment(backend, { personId });
  const settle = { commitmentId, status: 'part', sessionId: null } as const;
  await settleCommitment({ ...settle, note: '样机已送到' });
  expect(
    await settleCommitment({ ...settle, status: 'done', closedOn: '2026-09-10' }),
  ).toMatchObject({ status: 'done', closedOn: '2026-09-10', outcomeNote: '样机已送到' });
});

test('follow-through is counted for both sides against the first date agreed', async () => {
  const { client, platform } = backend;
  const settle = async (id: string, at: string) => {
    platform.clock.set(at);
    const settlement = { status: 'done', note: '', sessionId: null } as const;
    await client.coaching.settleCommitment({ commitmentId: id, ...settlement });
  };
  const kept = await buildCommitment(backend, { personId, dueOn: '2026-09-10' });
  const late = await buildCommitment(backend, { personId, dueOn: '2026-09-10' });
  const mine = await buildCommitment(backend, { personId, owner: 'manager', dueOn: '2026-09-11' });
  const changes = { dueOn: '2026-09-30' };
  await client.coaching.changeCommitment({ commitmentId: late.id, changes });
  await settle(kept.id, '2026-09-10T01:00:00.000Z');
  await settle(mine.id, '2026-09-11T01:00:00.000Z');
  await settle(late.id, '2026-09-28T01:00:00.000Z');
  platform.clock.set('2026-10-01T01:00:00.000Z');
  expect((await brief()).followThrough).toEqual({
    days: 90,
    rep: { part: 1, whole: 2, bp: 5000 },
    manager: { part: 1, whole: 1, bp: 10_000 },
  });
});

test('commitments of someone who left no longer ask for anything, but stay on record', async () => {
  const { client } = backend;
  await buildCommitment(backend, { personId, dueOn: '2026-08-01' });
  const list = (state: 'open' | 'overdue', owner: string | null = null) =>
    client.coaching.listCommitments({ owner: null, personId: owner, state });
  expect(await list('overdue')).toHaveLength(1);
  await client.people.recordLeaving({ personId, leftOn: '2026-08-31' });
  expect(await list('overdue')).toHaveLength(0);
  expect(await list('open', personId)).toHaveLength(1);
});

test('the list of commitments starts with the manager’s own, then by date', async () => {
  const add = (text: string, more: object) => buildCommitment(backend, { personId, text, ...more });
  await add('无日期', {});
  await add('晚', { dueOn: '2026-10-01' });
  await add('早', { dueOn: '2026-09-05' });
  await add('我的', { owner: 'manager', dueOn: '2026-12-01' });
  const filter = { owner: null, personId: null, state: 'open' } as const;
  const texts = (await backend.client.coaching.listCommitments(filter)).map(({ text }) => text);
  expect(texts).toEqual(['我的', '早', '晚', '无日期']);
});

test('follow-through looks at ninety days, today among them', async () => {
  await buildCommitment(backend, { personId, dueOn: '2026-09-10' });
  const dueSince = async (at: string) => {
    backend.platform.clock.set(at);
    return (await brief()).followThrough.rep.whole;
  };
  expect(await dueSince('2026-12-08T02:00:00.000Z')).toBe(1);
  expect(await dueSince('2026-12-09T02:00:00.000Z')).toBe(0);
});
