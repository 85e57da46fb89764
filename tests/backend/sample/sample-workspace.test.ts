import { afterAll, describe, expect, test, vi } from 'vitest';
import { removeTestDirectories, startBackend } from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

/** Filling a workspace takes its time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const platform = { printPdf: async () => Buffer.from('%PDF-1.7') };

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  test('the sample has a team, deals, activities, quotas and risks of its own', async () => {
    const { client, stop } = await startBackend({ platform });
    expect(await client.sample.open({ language })).toEqual({ state: 'open', kind: 'sample' });
    expect(await client.people.listPeople({})).toHaveLength(12);
    const { totals } = await client.deals.getTable({
      filter: {},
      sort: { by: 'name', descending: false },
    });
    expect(totals.count).toBe(400);
    const register = await client.risks.getRegister({});
    expect(register.total).toBe(8);
    expect(register.overdueReviews).toBeGreaterThan(0);
    expect(await client.settings.getSettings()).toMatchObject({ isSetUp: true, language });
    await stop();
  });
});

test('the manager goes back to an own file that the sample never touched', async () => {
  const { client, stop } = await startBackend({ platform });
  await client.settings.saveSettings({ teamName: 'Mine' });
  await client.sample.open({ language: 'en' });
  expect(await client.workspace.leaveSample()).toEqual({ state: 'open', kind: 'own' });
  expect(await client.settings.getSettings()).toMatchObject({ teamName: 'Mine', isSetUp: false });
  expect(await client.people.listPeople({})).toEqual([]);
  await stop();
});

test('the sample stays as it was left when it is opened again', async () => {
  const first = await startBackend({ platform });
  await first.client.sample.open({ language: 'zh-CN' });
  await first.client.settings.saveSettings({ teamName: '改过的名字' });
  await first.stop();
  const second = await startBackend({ platform, dataDirectory: first.dataDirectory });
  expect(await second.client.sample.open({ language: 'zh-CN' })).toMatchObject({ kind: 'sample' });
  expect(await second.client.settings.getSettings()).toMatchObject({ teamName: '改过的名字' });
  await second.stop();
});

test('one-on-ones were held with what was known then, and their promises are in the next brief', async () => {
  const { client, stop } = await startBackend({ platform });
  await client.sample.open({ language: 'zh-CN' });
  const people = await client.people.listPeople({});
  const person = people.find(({ name }) => name === '李雷');
  const personId = person?.id ?? '';
  const { sessions } = await client.coaching.listPersonSessions({ personId });
  const held = sessions.filter(({ status }) => status === 'completed');
  expect(held.length).toBeGreaterThanOrEqual(5);
  const [last] = held;
  const page = await client.coaching.getSession({ sessionId: last?.id ?? '' });
  expect(page.made.length).toBe(2);
  expect(page.grow.texts.goal_topic).not.toBe('');
  expect(page.brief.asOf.slice(0, 10)).toBe(last?.startedAt?.slice(0, 10));
  const { brief } = await client.coaching.getPrep({ personId });
  expect(brief.last?.sessionId).toBe(last?.id);
  expect(brief.numbers.quotaMinor).toBeGreaterThan(0);
  await stop();
});

test('no one-on-one of a person is like another, and their agendas were walked through', async () => {
  const { client, stop } = await startBackend({ platform });
  await client.sample.open({ language: 'en' });
  for (const { id: personId } of await client.people.listPeople({})) {
    const { sessions } = await client.coaching.listPersonSessions({ personId });
    const held = sessions.filter(({ status }) => status === 'completed');
    const pages = await Promise.all(
      held.map(({ id }) => client.coaching.getSession({ sessionId: id })),
    );
    const topics = pages.map(({ grow }) => grow.texts.goal_topic.split(/ (?:at|of|on) /)[0]);
    expect(new Set(topics).size).toBe(topics.length);
    const promises = pages.flatMap(({ made }) => made.map(({ text }) => text));
    expect(new Set(promises).size).toBe(promises.length);
    expect(promises.join()).not.toContain('{deal}');
    const points = pages.flatMap((page) => page.points);
    expect(points.every(({ state }) => state === 'discussed' || state === 'deferred')).toBe(true);
  }
  await stop();
});

test('quotas are such that a manager would set them', async () => {
  const { client, stop } = await startBackend({ platform });
  await client.sample.open({ language: 'zh-CN' });
  const { rows } = await client.people.getTeam();
  for (const { figures } of rows) {
    expect(figures.quotaMinor).toBeGreaterThan(0);
    expect(figures.attainmentBp ?? 0).toBeLessThanOrEqual(13_500);
  }
  await stop();
});

test('one review is finished by itself and one is begun', async () => {
  const { client, stop } = await startBackend({ platform });
  await client.sample.open({ language: 'en' });
  const reviews = await client.reviews.listReviews({});
  expect(reviews.map(({ personName }) => personName).sort()).toEqual([
    'Grace Okafor',
    'Liam Carter',
  ]);
  const written = reviews.find(({ personName }) => personName === 'Grace Okafor');
  const review = await client.reviews.getReview({ reviewId: written?.id ?? '' });
  expect(review.problems).toEqual([]);
  expect(review.score.finalCenti).toBeGreaterThan(250);
  expect(review.evidence.length).toBeGreaterThan(4);
  await vi.waitUntil(async () => (await client.documents.listDocuments({})).length === 3, 20_000);
  await stop();
});
