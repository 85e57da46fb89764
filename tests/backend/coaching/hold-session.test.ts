import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { GrowFields } from '#shared/contract/coaching-grow.ts';
import { buildDeal } from '#tests/support/builders/deal.ts';
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
  backend = await startBackend();
  personId = (await buildPerson(backend)).id;
});
afterEach(() => backend.stop());
afterAll(removeTestDirectories);

async function start(): Promise<string> {
  const { id } = await backend.client.coaching.startSession({ personId, sessionId: null });
  return id;
}

function grow(sessionId: string, field: string, text: string) {
  return backend.client.texts.saveText({ table: 'grow_record', id: sessionId, field, text });
}

test('the planned session is the one that starts, and starting twice is starting once', async () => {
  const { client } = backend;
  const planned = await buildSession(backend, { personId });
  const started = await client.coaching.startSession({ personId, sessionId: planned.id });
  expect(started).toMatchObject({ id: planned.id, status: 'in_progress', sessionNo: 1 });
  expect((await client.coaching.startSession({ personId, sessionId: null })).id).toBe(planned.id);
});

test('the brief stays as it was when the session started', async () => {
  const { client } = backend;
  await buildDeal(backend, { ownerId: personId });
  const sessionId = await start();
  const before = (await client.coaching.getSession({ sessionId })).brief;
  await buildDeal(backend, { ownerId: personId, name: '新单' });
  await buildCommitment(backend, { personId });
  backend.platform.clock.set('2027-03-01T01:00:00.000Z');
  expect((await client.coaching.getSession({ sessionId })).brief).toEqual(before);
  expect(before.numbers.openMinor).toBe(10_000_000);
  expect((await client.coaching.getPrep({ personId })).brief.numbers.openMinor).toBe(20_000_000);
});

test('a GROW record is filled by texts and short fields, everything private at first', async () => {
  const { client } = backend;
  const sessionId = await start();
  await grow(sessionId, 'goal_topic', '信达决策链');
  const changes = { realityScale: 4, goalVisibility: 'shared', willDueOn: '2026-12-01' } as const;
  await client.coaching.changeGrow({ sessionId, changes });
  await client.coaching.changeGrow({ sessionId, changes: { commitment: 6 } });
  const page = await client.coaching.getSession({ sessionId });
  expect(page.grow.texts.goal_topic).toBe('信达决策链');
  expect(page.grow.fields).toMatchObject({
    goalVisibility: 'shared',
    realityVisibility: 'private',
    realityScale: 4,
    willDueOn: '2026-12-01',
    commitment: 6,
  });
});

test('options are scored only when three stand beside each other', async () => {
  const { client } = backend;
  const sessionId = await start();
  const add = async (text: string) => {
    const { id } = await client.coaching.addOption({ sessionId, proposedBy: 'rep' });
    await client.texts.saveText({ table: 'grow_option', id, field: 'text', text });
    return id;
  };
  const first = await add('约采购总监');
  await add('先做小试点');
  const score = { optionId: first, impact: 4, feasibility: 3 };
  await expect(client.coaching.changeOption(score)).rejects.toMatchObject({
    code: 'options_too_few',
  });
  await add('放弃这单');
  await client.coaching.changeOption(score);
  const { options, canScore } = await client.coaching.getSession({ sessionId });
  expect(canScore).toBe(true);
  expect(options[0]).toMatchObject({ impact: 4, feasibility: 3, rankHint: 11 });
});

test('one option is chosen at a time, and it becomes a commitment with the will', async () => {
  const { client } = backend;
  const sessionId = await start();
  const one = await client.coaching.addOption({ sessionId, proposedBy: 'rep' });
  const two = await client.coaching.addOption({ sessionId, proposedBy: 'manager' });
  await client.texts.saveText({ table: 'grow_option', id: two.id, field: 'text', text: '做试点' });
  await client.coaching.chooseOption({ optionId: one.id, isChosen: true });
  await client.coaching.chooseOption({ optionId: two.id, isChosen: true });
  const { options } = await client.coaching.getSession({ sessionId });
  expect(options.map(({ isChosen }) => isChosen)).toEqual([false, true]);
  await client.coaching.changeGrow({ sessionId, changes: { willDueOn: '2026-12-01' } });
  expect(await client.coaching.commitToWill({ sessionId })).toMatchObject({
    text: '做试点',
    owner: 'rep',
    origin: 'grow',
    dueOn: '2026-12-01',
    originalDueOn: '2026-12-01',
  });
  await grow(sessionId, 'will_action', '周四前\n约到采购总监');
  expect((await client.coaching.commitToWill({ sessionId })).text).toBe('周四前 约到采购总监');
});

test('a commitment made of a private will or option is private', async () => {
  const { client } = backend;
  const sessionId = await start();
  const { id } = await client.coaching.addOption({ sessionId, proposedBy: 'rep' });
  await client.texts.saveText({ table: 'grow_option', id, field: 'text', text: '做试点' });
  await client.coaching.chooseOption({ optionId: id, isChosen: true });
  const commit = async (changes: Partial<GrowFields>) => {
    await client.coaching.changeGrow({ sessionId, changes });
    return (await client.coaching.commitToWill({ sessionId })).visibility;
  };
  expect(await commit({})).toBe('private');
  expect(await commit({ willVisibility: 'shared' })).toBe('private');
  expect(await commit({ optionsVisibility: 'shared' })).toBe('shared');
  await grow(sessionId, 'will_action', '约到采购总监');
  expect(await commit({ optionsVisibility: 'private' })).toBe('shared');
  expect(await commit({ willVisibility: 'private' })).toBe('private');
});

test('a commitment made of a long will ends in a whole character', async () => {
  const { client } = backend;
  const sessionId = await start();
  await grow(sessionId, 'will_action', `一${'𠮷'.repeat(200)}`);
  const { text } = await client.coaching.commitToWill({ sessionId });
  expect(text).toBe(`一${'𠮷'.repeat(149)}…`);
});

test('a will without words makes no commitment', async () => {
  const sessionId = await start();
  await expect(backend.client.coaching.commitToWill({ sessionId })).rejects.toMatchObject({
    code: 'nothing_to_commit',
  });
});

test('a session does not end while a commitment has no date and none was chosen', async () => {
  const { client } = backend;
  const sessionId = await start();
  const made = await buildCommitment(backend, { personId, sessionId, isUndated: false });
  await expect(client.coaching.completeSession({ sessionId })).rejects.toMatchObject({
    code: 'closing_incomplete',
  });
  const changes = { isUndated: true };
  await client.coaching.changeCommitment({ commitmentId: made.id, changes });
  expect(await client.coaching.completeSession({ sessionId })).toMatchObject({
    status: 'completed',
  });
});

test('a commitment settled in the session needs no date for it to end', async () => {
  const { client } = backend;
  const sessionId = await start();
  const { id } = await buildCommitment(backend, { personId, sessionId, isUndated: false });
  await client.coaching.settleCommitment({ commitmentId: id, status: 'part', sessionId });
  expect(await client.coaching.completeSession({ sessionId })).toMatchObject({
    status: 'completed',
  });
});

test('the closing list reminds without standing in the way', async () => {
  const { client } = backend;
  const sessionId = await start();
  const open = async () =>
    (await client.coaching.getSession({ sessionId })).checklist
      .filter(({ isDone }) => !isDone)
      .map(({ code }) => code);
  expect(await open()).toEqual([
    'action_agreed',
    'commitment_scored',
    'next_session_set',
    'summary_written',
    'private_note_written',
  ]);
  await buildCommitment(backend, { personId, sessionId, dueOn: '2026-12-01' });
  await client.coaching.changeGrow({ sessionId, changes: { commitment: 8 } });
  await buildSession(backend, { personId, scheduledAt: '2026-12-08T01:00:00.000Z' });
  const note = { table: 'coaching_session', id: sessionId };
  await client.texts.saveText({ ...note, field: 'shared_summary', text: '…' });
  await client.texts.saveText({ ...note, field: 'private_note', text: '…' });
  expect(await open()).toEqual([]);
});

test('a session is read-only after seven days and opens again only with a reason', async () => {
  const { client, platform } = backend;
  const { session } = await holdSession(backend, { personId, at: '2026-11-24T01:00:00.000Z' });
  const write = () => grow(session.id, 'goal_topic', '补记');
  platform.clock.set('2026-11-30T15:00:00.000Z');
  await write();
  platform.clock.set('2026-12-01T15:00:00.000Z');
  await expect(write()).rejects.toMatchObject({ code: 'record_locked' });
  const change = client.coaching.changeGrow({ sessionId: session.id, changes: { commitment: 1 } });
  await expect(change).rejects.toMatchObject({ code: 'record_locked' });
  await client.coaching.amendSession({ sessionId: session.id, reason: '日期记错' });
  await write();
  platform.clock.set('2026-12-03T15:00:00.000Z');
  await expect(write()).rejects.toMatchObject({ code: 'record_locked' });
  const page = await client.coaching.getSession({ sessionId: session.id });
  expect(page).toMatchObject({ isLocked: true, locksOn: '2026-12-01', amendReason: '日期记错' });
});

test('a session that is read-only takes no commitment, and only the person’s own settles one', async () => {
  const { platform, client } = backend;
  const { session } = await holdSession(backend, { personId, at: '2026-11-24T01:00:00.000Z' });
  const other = await buildPerson(backend, { name: '韩梅梅' });
  const { id: commitmentId } = await buildCommitment(backend, { personId: other.id });
  const settle = { commitmentId, status: 'done', note: '' } as const;
  await expect(
    client.coaching.settleCommitment({ ...settle, sessionId: session.id }),
  ).rejects.toMatchObject({ code: 'bad_input' });
  await client.coaching.settleCommitment({ ...settle, sessionId: null });
  const add = () => buildCommitment(backend, { personId, sessionId: session.id });
  await add();
  platform.clock.set('2026-12-01T15:00:00.000Z');
  await expect(add()).rejects.toMatchObject({ code: 'record_locked' });
  await buildCommitment(backend, { personId });
});

test('one undo takes back the start of a session with all it brought', async () => {
  const { client } = backend;
  await client.coaching.addPoint({ personId, sessionId: null, text: '涨薪', source: 'rep' });
  const sessionId = await start();
  await client.workspace.undo();
  await expect(client.coaching.getSession({ sessionId })).rejects.toMatchObject({
    code: 'not_found',
  });
  const { brief } = await client.coaching.getPrep({ personId });
  expect(brief.points.map(({ text }) => text)).toEqual(['涨薪']);
});
