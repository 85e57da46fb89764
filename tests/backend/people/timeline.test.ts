import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildDeal, standardStages } from '#tests/support/builders/deal.ts';
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
  backend = await startBackend({ now: '2026-10-01T01:00:00.000Z' });
  personId = (await buildPerson(backend)).id;
});
afterEach(() => backend.stop());
afterAll(removeTestDirectories);

const timeline = (limit = 40) => backend.client.people.listTimeline({ personId, limit });

test('sessions, commitments and deals stand on one line, the newest first', async () => {
  const { client, platform } = backend;
  const { needs, lost } = await standardStages(backend);
  const id = await buildDeal(backend, { ownerId: personId, expectedCloseOn: '2026-11-01' });
  platform.clock.set('2026-10-05T01:00:00.000Z');
  await client.deals.moveDeal({ id, stageId: needs.id });
  await holdSession(backend, {
    personId,
    at: '2026-10-10T01:00:00.000Z',
    commitments: [{ text: '约采购总监' }],
  });
  platform.clock.set('2026-10-20T01:00:00.000Z');
  await client.deals.editDeal({ id, facts: { expectedCloseOn: '2026-12-01' } });
  platform.clock.set('2026-10-21T01:00:00.000Z');
  await client.deals.moveDeal({ id, stageId: lost.id, closing: { lossReason: '价格' } });
  expect(await timeline()).toMatchObject([
    { kind: 'deal_lost', amountMinor: 10_000_000, lossReason: '价格' },
    { kind: 'deal_pushed', fromOn: '2026-11-01', toOn: '2026-12-01' },
    { kind: 'session', session: { sessionNo: 1 }, commitmentsMade: 1, commitmentsDone: 0 },
    { kind: 'deal_stage', from: { en: 'New' }, to: { en: 'Needs confirmed' } },
    { kind: 'deal_new' },
  ]);
  expect(await timeline(2)).toHaveLength(2);
});

test('a push past a date that was cleared says which one it was', async () => {
  const id = await buildDeal(backend, { ownerId: personId, expectedCloseOn: '2026-11-01' });
  const to = (expectedCloseOn: string | null) =>
    backend.client.deals.editDeal({ id, facts: { expectedCloseOn } });
  backend.platform.clock.set('2026-10-05T01:00:00.000Z');
  await to(null);
  backend.platform.clock.set('2026-10-06T01:00:00.000Z');
  await to('2026-12-01');
  expect(await timeline()).toMatchObject([
    { kind: 'deal_pushed', fromOn: '2026-11-01', toOn: '2026-12-01' },
    { kind: 'deal_new' },
  ]);
});

test('a deal handed over stays in the history of who had it', async () => {
  const other = await buildPerson(backend, { name: '韩梅梅' });
  const id = await buildDeal(backend, { ownerId: personId });
  backend.platform.clock.set('2026-10-05T01:00:00.000Z');
  await backend.client.deals.editDeal({ id, facts: { ownerId: other.id } });
  expect(await timeline()).toMatchObject([{ kind: 'deal_new' }]);
});

test('a private topic and a private commitment are marked so', async () => {
  const { client } = backend;
  await buildCommitment(backend, { personId, text: '私下谈', visibility: 'private' });
  const { id: sessionId } = await client.coaching.startSession({ personId, sessionId: null });
  const field = { table: 'grow_record', id: sessionId, field: 'goal_topic' };
  await client.texts.saveText({ ...field, text: '想走' });
  expect(await timeline()).toMatchObject([
    { kind: 'session', topic: '想走', isPrivate: true },
    { kind: 'commitment_made', isPrivate: true },
  ]);
});
