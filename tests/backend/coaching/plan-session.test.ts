import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildPerson } from '#tests/support/builders/person.ts';
import { buildSession, holdSession } from '#tests/support/builders/session.ts';
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

const later = {
  type: 'deal',
  scheduledAt: '2026-11-27T02:00:00.000Z',
  plannedMinutes: 30,
  mode: 'video',
  location: '会议室',
} as const;

test('a planned session is the next one until it is moved behind another', async () => {
  const { client } = backend;
  const first = await buildSession(backend, { personId });
  const second = await buildSession(backend, {
    personId,
    scheduledAt: '2026-11-26T02:00:00.000Z',
  });
  expect((await client.coaching.getPrep({ personId })).next?.id).toBe(first.id);
  const moved = await client.coaching.replanSession({ sessionId: first.id, ...later });
  expect(moved).toMatchObject({ type: 'deal', plannedMinutes: 30, location: '会议室' });
  expect((await client.coaching.getPrep({ personId })).next?.id).toBe(second.id);
});

test('an excused session keeps its reason and can be planned again', async () => {
  const { client } = backend;
  const { id: sessionId } = await buildSession(backend, { personId });
  const excused = await client.coaching.excuseSession({ sessionId, reason: '客户现场' });
  expect(excused).toMatchObject({ status: 'excused', skipReason: '客户现场' });
  const again = await client.coaching.replanSession({ sessionId, ...later });
  expect(again).toMatchObject({ status: 'scheduled', skipReason: null });
});

test('a session that was held can be neither excused nor removed', async () => {
  const { client } = backend;
  const { session } = await holdSession(backend, { personId, at: '2026-11-24T01:00:00.000Z' });
  const excusing = client.coaching.excuseSession({ sessionId: session.id, reason: 'x' });
  await expect(excusing).rejects.toMatchObject({ code: 'session_state' });
  const removing = client.coaching.removeSession({ sessionId: session.id });
  await expect(removing).rejects.toMatchObject({ code: 'session_state' });
});

test('sessions are numbered as they are held, skipped ones do not count', async () => {
  const { client } = backend;
  const skipped = await buildSession(backend, { personId });
  await client.coaching.missSession({ sessionId: skipped.id, reason: '忘了' });
  const one = await holdSession(backend, { personId, at: '2026-11-24T01:00:00.000Z' });
  const two = await holdSession(backend, { personId, at: '2026-12-08T01:00:00.000Z' });
  expect([one.session.sessionNo, two.session.sessionNo]).toEqual([1, 2]);
});

test('who leaves takes their planned sessions out of the future, and one undo brings both back', async () => {
  const { client } = backend;
  const before = await buildSession(backend, { personId });
  const after = await buildSession(backend, { personId, scheduledAt: later.scheduledAt });
  await client.people.recordLeaving({ personId, leftOn: '2026-11-25' });
  const sessions = async () => (await client.coaching.listPersonSessions({ personId })).sessions;
  expect((await sessions()).map(({ id, status }) => [id, status])).toEqual([
    [after.id, 'excused'],
    [before.id, 'scheduled'],
  ]);
  await client.workspace.undo();
  expect((await sessions()).map(({ status }) => status)).toEqual(['scheduled', 'scheduled']);
});

test('nothing is planned with someone after their last day', async () => {
  await backend.client.people.recordLeaving({ personId, leftOn: '2026-11-25' });
  const planning = backend.client.coaching.planSession({ personId, ...later });
  await expect(planning).rejects.toMatchObject({ code: 'person_left' });
});

test('someone with sessions is not removed as if they had never been there', async () => {
  await buildSession(backend, { personId });
  await expect(backend.client.people.removePerson({ personId })).rejects.toMatchObject({
    code: 'person_in_use',
  });
});
