import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildDeal } from '#tests/support/builders/deal.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { buildCommitment, holdSession } from '#tests/support/builders/session.ts';
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

async function shown(at: string, step: 'goal' | 'reality' | 'options' | 'will') {
  backend.platform.clock.set(at);
  const { id } = await backend.client.coaching.startSession({ personId, sessionId: null });
  const page = await backend.client.coaching.getSession({ sessionId: id });
  await backend.client.coaching.completeSession({ sessionId: id });
  return page.questions[step].slice(0, 3).map(({ key }) => key);
}

test('questions are filled from the facts, in both languages', async () => {
  await buildDeal(backend, { ownerId: personId, name: '信达二期' });
  await buildCommitment(backend, { personId });
  await buildCommitment(backend, { personId });
  backend.platform.clock.set('2026-12-10T01:00:00.000Z');
  const { id } = await backend.client.coaching.startSession({ personId, sessionId: null });
  const { questions } = await backend.client.coaching.getSession({ sessionId: id });
  const texts = Object.values(questions).flat();
  expect(texts.find(({ key }) => key === 'R1')?.text).toEqual({
    'zh-CN': '上次答应的 2 件事各走到哪一步？哪件最出乎意料？',
    en: 'Where does each of your 2 commitments stand, and which surprised you?',
  });
  expect(texts.find(({ key }) => key === 'R2')?.text).toEqual({
    'zh-CN': '信达二期 在「新建」停了 16 天，客户最近一次主动找你是何时、为何事？',
    en: '信达二期 has sat in New for 16 days: when did the customer last reach out, and what for?',
  });
});

test('a question whose fact is not known is not asked', async () => {
  const { questions } = (await backend.client.coaching.getPrep({ personId })).brief;
  expect(questions.reality?.key).toBe('R3');
  const { id } = await backend.client.coaching.startSession({ personId, sessionId: null });
  const page = await backend.client.coaching.getSession({ sessionId: id });
  const keys = Object.values(page.questions)
    .flat()
    .map(({ key }) => key);
  for (const key of ['R1', 'R2', 'R5', 'R7', 'R9', 'O9']) expect(keys).not.toContain(key);
});

test('how sure a deal is to close by a day is asked until that day is over', async () => {
  await buildDeal(backend, { ownerId: personId, expectedCloseOn: '2026-12-10' });
  const keys = async (at: string) => {
    backend.platform.clock.set(at);
    const { id } = await backend.client.coaching.startSession({ personId, sessionId: null });
    const { questions } = await backend.client.coaching.getSession({ sessionId: id });
    await backend.client.coaching.removeSession({ sessionId: id });
    return questions.reality.map(({ key }) => key);
  };
  expect(await keys('2026-12-10T01:00:00.000Z')).toContain('R7');
  expect(await keys('2026-12-11T01:00:00.000Z')).not.toContain('R7');
});

test('a question does not come back in the next two sessions while others are left', async () => {
  const seen = [
    ...(await shown('2026-09-01T01:00:00.000Z', 'options')),
    ...(await shown('2026-09-15T01:00:00.000Z', 'options')),
    ...(await shown('2026-09-29T01:00:00.000Z', 'options')),
  ];
  expect(new Set(seen).size).toBe(9);
  expect(await shown('2026-10-13T01:00:00.000Z', 'options')).toEqual(['O1', 'O2', 'O3']);
});

test('what was swapped in counts as asked too', async () => {
  const { client } = backend;
  const { id } = await client.coaching.startSession({ personId, sessionId: null });
  await client.coaching.noteQuestions({ sessionId: id, keys: ['O4', 'O5'] });
  await client.coaching.completeSession({ sessionId: id });
  expect(await shown('2026-12-08T01:00:00.000Z', 'options')).toEqual(['O6', 'O7', 'O8']);
});

test('starred questions come first and hidden ones never', async () => {
  const { client } = backend;
  await client.coaching.markQuestion({ key: 'W9', isStarred: true });
  await client.coaching.markQuestion({ key: 'W1', isHidden: true });
  expect(await shown('2026-11-24T01:00:00.000Z', 'will')).toEqual(['W9', 'W2', 'W3']);
});

test('the manager’s own questions join the bank in their words', async () => {
  const { client } = backend;
  const key = await client.coaching.addQuestion({ step: 'will', text: '谁会第一个知道你做到了？' });
  await client.coaching.markQuestion({ key, isStarred: true });
  expect((await shown('2026-11-24T01:00:00.000Z', 'will'))[0]).toBe(key);
  await client.coaching.changeQuestion({ questionId: key, text: '你会先告诉谁？' });
  const own = (await client.coaching.listQuestions()).filter(({ isOwn }) => isOwn);
  expect(own).toMatchObject([{ key, text: { en: '你会先告诉谁？' }, isStarred: true }]);
  await client.coaching.removeQuestion({ questionId: key });
  expect((await client.coaching.listQuestions()).some(({ isOwn }) => isOwn)).toBe(false);
});

test('the uses of one person do not count for another', async () => {
  await shown('2026-11-24T01:00:00.000Z', 'goal');
  const other = (await buildPerson(backend, { name: '韩梅梅' })).id;
  await holdSession(backend, { personId: other, at: '2026-11-25T01:00:00.000Z' });
  const { sessions } = await backend.client.coaching.listPersonSessions({ personId: other });
  const [session] = sessions;
  const page = await backend.client.coaching.getSession({ sessionId: session?.id ?? '' });
  expect(page.questions.goal[0]?.key).toBe('G1');
});
