import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { listSessions } from '#backend/features/coaching/sessions/session.repository.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { buildCommitment, buildSession, holdSession } from '#tests/support/builders/session.ts';
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

const today = '2026-11-24T01:00:00.000Z';
const overview = () => backend.client.coaching.getOverview();
const add = async (name: string, facts: object = {}) =>
  (await buildPerson(backend, { name, joinedOn: '2024-01-01', ...facts })).id;

test('people wait in the order of days overdue; who is new or away does not wait', async () => {
  const fresh = await add('新人', { joinedOn: '2026-11-23' });
  const away = await add('休假');
  const late = await add('迟');
  const soon = await add('近');
  const { client, platform } = backend;
  await client.people.addLeave({ personId: away, fromOn: '2026-11-20', toOn: '2026-11-30' });
  await holdSession(backend, { personId: late, at: '2026-11-03T01:00:00.000Z' });
  await holdSession(backend, { personId: soon, at: '2026-11-12T01:00:00.000Z' });
  platform.clock.set(today);
  const { people } = await overview();
  expect(people.map(({ person, cadence }) => [person.id, cadence.status])).toEqual([
    [late, 'overdue'],
    [soon, 'due'],
    [fresh, 'new'],
    [away, 'paused'],
  ]);
  expect(people[0]).toMatchObject({ lastOn: '2026-11-03', cadence: { daysLate: 7 } });
});

test('excused and missed sessions do not count as coached, a moved one counts where it was held', async () => {
  const { client, platform } = backend;
  const personId = await add('李雷');
  platform.clock.set('2026-11-05T01:00:00.000Z');
  const excused = await buildSession(backend, { personId });
  await client.coaching.excuseSession({ sessionId: excused.id, reason: '出差' });
  platform.clock.set(today);
  expect((await overview()).coverage).toEqual({ part: 0, whole: 1, bp: 0 });
  const moved = await client.coaching.replanSession({
    sessionId: excused.id,
    type: 'one_on_one',
    scheduledAt: today,
    plannedMinutes: 45,
    mode: 'onsite',
    location: '',
  });
  await client.coaching.startSession({ personId, sessionId: moved.id });
  await client.coaching.completeSession({ sessionId: moved.id });
  const after = await overview();
  expect(after.coverage).toEqual({ part: 1, whole: 1, bp: 10_000 });
  expect(after.past).toMatchObject([{ id: moved.id, status: 'completed' }]);
});

test('coverage looks at thirty days, today among them', async () => {
  const personId = await add('李雷');
  await holdSession(backend, { personId, at: '2026-10-25T01:00:00.000Z' });
  backend.platform.clock.set('2026-11-23T01:00:00.000Z');
  expect((await overview()).coverage.part).toBe(1);
  backend.platform.clock.set(today);
  expect((await overview()).coverage.part).toBe(0);
});

test('who was away all the time in two leaves was not to be met', async () => {
  const { client, platform } = backend;
  const personId = await add('李雷');
  await client.people.addLeave({ personId, fromOn: '2026-10-01', toOn: '2026-11-10' });
  await client.people.addLeave({ personId, fromOn: '2026-11-11', toOn: '2026-12-31' });
  platform.clock.set(today);
  expect((await overview()).coverage).toMatchObject({ part: 0, whole: 0 });
});

test('a rhythm of their own goes before the team’s, and people the manager does not coach are left out', async () => {
  const { client } = backend;
  await client.settings.saveSettings({ cadenceDays: 30 });
  await add('自有', { cadenceDays: 7 });
  await add('团队');
  await add('别人的', { isCoached: false });
  const { people } = await overview();
  expect(people.map(({ person, cadence }) => [person.name, cadence.everyDays])).toEqual([
    ['自有', 7],
    ['团队', 30],
  ]);
});

test('a person shows what is prepared and what is owed', async () => {
  const { client } = backend;
  const personId = await add('李雷');
  const next = await buildSession(backend, { personId, scheduledAt: '2026-11-26T01:00:00.000Z' });
  await buildCommitment(backend, { personId, dueOn: '2026-11-01' });
  await buildCommitment(backend, { personId });
  await client.coaching.addPoint({ personId, sessionId: null, text: '目标', source: 'manager' });
  const { people, upcoming } = await overview();
  expect(people[0]).toMatchObject({
    next: { id: next.id },
    openCommitments: 2,
    overdueCommitments: 1,
    preparedPoints: 1,
  });
  expect(upcoming.map(({ id }) => id)).toEqual([next.id]);
});

test('the overview reads the last 90 days and what lies ahead, not the whole past', async () => {
  const personId = await add('李雷');
  await holdSession(backend, { personId, at: '2026-06-01T01:00:00.000Z' });
  await holdSession(backend, { personId, at: '2026-11-03T01:00:00.000Z' });
  backend.platform.clock.set(today);
  const ahead = await buildSession(backend, { personId, scheduledAt: '2026-12-01T01:00:00.000Z' });
  const { past, upcoming } = await overview();
  expect(past.map(({ completedAt }) => completedAt?.slice(0, 10))).toEqual(['2026-11-03']);
  expect(upcoming.map(({ id }) => id)).toEqual([ahead.id]);
  const rows = await backend.workspace.runQuery(({ db }) =>
    listSessions(db, { aheadOrSince: '2026-08-26T00:00:00.000Z' }),
  );
  expect(rows.map(({ status }) => status)).toEqual(['completed', 'scheduled']);
});
