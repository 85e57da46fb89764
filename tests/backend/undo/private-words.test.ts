import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildPerson } from '#tests/support/builders/person.ts';
import { buildReview, completeReview } from '#tests/support/builders/review.ts';
import { buildCommitment } from '#tests/support/builders/session.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

const secret = '不外传';
let backend: TestBackend;
let personId: string;
beforeEach(async () => {
  backend = await startBackend();
  personId = (await buildPerson(backend)).id;
});
afterEach(() => backend.stop());
afterAll(removeTestDirectories);

const write = (table: string, id: string, field: string) =>
  backend.client.texts.saveText({ table, id, field, text: secret });

/** A toast shows a step's details on whatever screen is up, shared ones too. */
async function details(): Promise<string> {
  return JSON.stringify(await backend.client.workspace.listUndoSteps());
}

async function workWithPoints(sessionId: string | null): Promise<void> {
  const { coaching } = backend.client;
  const point = { personId, sessionId, text: secret, source: 'manager' } as const;
  const [key, other] = [await coaching.addPoint(point), await coaching.addPoint(point)];
  await coaching.rewordPoint({ personId, key, text: `${secret}了` });
  await coaching.orderPoints({ personId, sessionId, keys: [other, key] });
  await coaching.setPointState({ itemId: other, state: 'deferred' });
  await coaching.dismissPoint({ personId, key, reason: secret });
}

async function workWithCommitment(sessionId: string | null): Promise<void> {
  const { coaching } = backend.client;
  const told = { text: secret, successEvidence: secret, visibility: 'private' } as const;
  const { id: commitmentId } = await buildCommitment(backend, { personId, sessionId, ...told });
  await coaching.changeCommitment({ commitmentId, changes: { dueOn: '2026-12-01' } });
  await coaching.settleCommitment({ commitmentId, status: 'part', note: secret, sessionId });
}

test('no step of a session quotes what is private in it', async () => {
  const { coaching } = backend.client;
  await write('person', personId, 'private_note');
  await backend.client.people.changePerson({ personId, changes: { region: '华东' } });
  await workWithPoints(null);
  await workWithCommitment(null);
  const { id: sessionId } = await coaching.startSession({ personId, sessionId: null });
  await write('coaching_session', sessionId, 'private_note');
  for (const field of ['goal_topic', 'reality_facts', 'will_action', 'obstacle']) {
    await write('grow_record', sessionId, field);
  }
  const { id: commitmentId } = await coaching.commitToWill({ sessionId });
  await coaching.changeCommitment({ commitmentId, changes: { isUndated: true } });
  await workWithPoints(sessionId);
  await workWithCommitment(sessionId);
  await coaching.completeSession({ sessionId });
  await backend.client.people.recordLeaving({ personId, leftOn: '2026-12-31' });
  expect(await details()).not.toContain(secret);
});

test('no step of a review quotes what the manager keeps to themselves', async () => {
  const { reviews } = backend.client;
  const reviewId = await buildReview(backend, { personId });
  await write('review', reviewId, 'private_assessment');
  await reviews.setPotential({ reviewId, potential: 4 });
  await completeReview(backend, reviewId);
  await reviews.cancelReview({ reviewId });
  expect(await details()).not.toContain(secret);
});
