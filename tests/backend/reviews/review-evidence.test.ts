import { afterAll, expect, test } from 'vitest';
import type { NewPerson } from '#shared/contract/person-records.ts';
import { buildDeal, standardStages } from '#tests/support/builders/deal.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { buildReview } from '#tests/support/builders/review.ts';
import { buildCommitment } from '#tests/support/builders/session.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

type Closed = { name: string; on: string; amountMinor: number; isWon: boolean };

async function closeDeal(backend: TestBackend, ownerId: string, deal: Closed): Promise<string> {
  const stages = await standardStages(backend);
  const { name, on, amountMinor, isWon } = deal;
  const id = await buildDeal(backend, { name, ownerId, amountMinor, openedOn: '2026-01-05' });
  await backend.client.deals.moveDeal({
    id,
    stageId: isWon ? stages.won.id : stages.lost.id,
    closing: { closedOn: on, ...(isWon ? {} : { lossReason: 'price' }) },
  });
  return id;
}

/** Two deals won and one lost in the half-year, one won after it, one of somebody else. */
async function startWithDeals() {
  const backend = await startBackend();
  const { client } = backend;
  const person = await buildPerson(backend, { name: '陈静' });
  const other = await buildPerson(backend, { name: '李雷' });
  const facts = [
    { name: '信达一期', on: '2026-02-10', amountMinor: 60_000_000, isWon: true },
    { name: '信达二期', on: '2026-06-20', amountMinor: 40_000_000, isWon: true },
    { name: '华联', on: '2026-06-25', amountMinor: 30_000_000, isWon: false },
    { name: '秋季单', on: '2026-07-01', amountMinor: 90_000_000, isWon: true },
  ];
  for (const deal of facts) await closeDeal(backend, person.id, deal);
  await closeDeal(backend, other.id, {
    name: '别人的单',
    on: '2026-03-01',
    amountMinor: 70_000_000,
    isWon: true,
  });
  const quarters = ['2026-01-01', '2026-04-01', '2026-07-01'];
  const cells = quarters.map((periodStartOn) => ({
    personId: person.id,
    periodStartOn,
    amountMinor: 40_000_000,
  }));
  await client.people.setQuotas({ cells });
  const reviewId = await buildReview(backend, { personId: person.id });
  return { backend, ...backend, person, reviewId };
}

test('results are proposed from the deals and quotas of the period alone', async () => {
  const { client, reviewId, stop } = await startWithDeals();
  const { ratings } = await client.reviews.getReview({ reviewId });
  const kpi = (ref: string) => ratings.find(({ itemRef }) => itemRef === ref)?.kpi;
  expect(kpi('bookings')).toEqual({
    target: '80000000',
    actual: '100000000',
    source: 'data',
    asOfOn: '2026-11-24',
  });
  expect(kpi('pipeline_created')).toMatchObject({ target: null, actual: '220000000' });
  expect(kpi('win_rate')).toMatchObject({ actual: '66.67' });
  expect(kpi('average_discount')).toMatchObject({ actual: null, source: 'typed', asOfOn: null });
  await stop();
});

/** The bookings target of a review of the half-year, with quotas for the given quarters alone. */
async function targetWith(quarters: readonly string[], facts: Partial<NewPerson> = {}) {
  const backend = await startBackend();
  const { id: personId } = await buildPerson(backend, facts);
  const cells = quarters.map((periodStartOn) => ({
    personId,
    periodStartOn,
    amountMinor: 40_000_000,
  }));
  await backend.client.people.setQuotas({ cells });
  const reviewId = await buildReview(backend, { personId });
  const { ratings } = await backend.client.reviews.getReview({ reviewId });
  await backend.stop();
  return ratings.find(({ itemRef }) => itemRef === 'bookings')?.kpi?.target;
}

test('a target is proposed only where quotas cover the period, or the person’s part of it', async () => {
  const [first, second] = ['2026-01-01', '2026-04-01'];
  expect(await targetWith([first])).toBeNull();
  expect(await targetWith([second])).toBeNull();
  expect(await targetWith([second], { joinedOn: '2026-03-31' })).toBeNull();
  expect(await targetWith([second], { joinedOn: '2026-04-20' })).toBe('40000000');
  expect(await targetWith([first, second], { joinedOn: '2020-01-01' })).toBe('80000000');
});

test('what keeps quotas from being a target is told by month, with where to set it', async () => {
  const backend = await startBackend();
  const { client } = backend;
  const { id: personId } = await buildPerson(backend, { joinedOn: '2026-02-10' });
  const cells = [{ personId, periodStartOn: '2026-04-01', amountMinor: 40_000_000 }];
  await client.people.setQuotas({ cells });
  const reviewId = await buildReview(backend, { personId });
  const gap = () => client.reviews.getTargetGap({ reviewId });
  expect(await gap()).toEqual({
    missingMonths: ['2026-02', '2026-03'],
    isCut: false,
    year: 2026,
  });
  await client.people.setQuotas({
    cells: [{ personId, periodStartOn: '2026-01-01', amountMinor: 1 }],
  });
  expect(await gap()).toBeNull();
  const span = { periodStartOn: '2026-04-15', periodEndOn: '2026-06-30' };
  const probation = await buildReview(backend, { personId, type: 'probation', ...span });
  expect(await client.reviews.getTargetGap({ reviewId: probation })).toEqual({
    missingMonths: [],
    isCut: true,
    year: null,
  });
  await backend.stop();
});

test('a target keeps to the period when the fiscal calendar moves', async () => {
  const backend = await startBackend();
  const { client } = backend;
  const { id: personId } = await buildPerson(backend);
  const starts = ['2026-01-01', '2026-04-01', '2026-07-01'];
  const cells = starts.map((periodStartOn) => ({ personId, periodStartOn, amountMinor: 300 }));
  await client.people.setQuotas({ cells });
  await client.settings.saveSettings({ fiscalYearStartMonth: 2 });
  const span = { periodStartOn: '2026-02-01', periodEndOn: '2026-07-31' };
  const reviewId = await buildReview(backend, { personId, ...span });
  const { ratings } = await client.reviews.getReview({ reviewId });
  expect(ratings.find(({ itemRef }) => itemRef === 'bookings')?.kpi?.target).toBe('600');
  await backend.stop();
});

test('the rows behind a figure add up to it', async () => {
  const { client, reviewId, stop } = await startWithDeals();
  const rows = await client.reviews.listKpiRows({ reviewId, itemRef: 'bookings' });
  expect(rows.map(({ name }) => name)).toEqual(['信达一期', '信达二期']);
  expect(rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(100_000_000);
  expect(await client.reviews.listKpiRows({ reviewId, itemRef: 'average_discount' })).toEqual([]);
  await stop();
});

test('a typed figure is marked, and the data can be taken again', async () => {
  const { client, reviewId, stop } = await startWithDeals();
  const place = { reviewId, itemRef: 'bookings' };
  const read = async () => {
    const { ratings } = await client.reviews.getReview({ reviewId });
    return ratings.find(({ itemRef }) => itemRef === 'bookings')?.kpi;
  };
  await client.reviews.setKpi({ ...place, target: '80000000', actual: '99' });
  expect(await read()).toMatchObject({ source: 'typed', actual: '99' });
  await client.reviews.refreshKpi(place);
  expect(await read()).toMatchObject({ source: 'data', actual: '100000000' });
  await stop();
});

test('deals that closed in the period can be attached, once to an item', async () => {
  const { client, reviewId, stop } = await startWithDeals();
  const candidates = await client.reviews.listCandidates({ reviewId });
  expect(candidates.map(({ title, facts }) => [title, facts.outcome])).toEqual([
    ['华联', 'lost'],
    ['信达二期', 'won'],
    ['信达一期', 'won'],
  ]);
  const [lost] = candidates;
  const choice = {
    reviewId,
    itemRef: 'negotiation',
    kind: 'deal',
    refId: lost?.refId ?? '',
  } as const;
  const first = await client.reviews.attachEvidence(choice);
  expect(await client.reviews.attachEvidence(choice)).toEqual(first);
  const { evidence, balance } = await client.reviews.getReview({ reviewId });
  expect(evidence).toMatchObject([{ title: '华联', occurredOn: '2026-06-25', quote: '' }]);
  expect(balance).toMatchObject({ isRecencyHeavy: true, late: { part: 1, whole: 1 } });
  await stop();
});

test('what belongs to someone else or another time is no evidence', async () => {
  const { backend, client, reviewId, stop } = await startWithDeals();
  const foreign = await buildDeal(backend, { name: '无关' });
  await expect(
    client.reviews.attachEvidence({ reviewId, itemRef: 'discovery', kind: 'deal', refId: foreign }),
  ).rejects.toMatchObject({ code: 'not_found' });
  await stop();
});

test('attached evidence stays as it was when the deal changes', async () => {
  const { client, reviewId, stop } = await startWithDeals();
  const [lost] = await client.reviews.listCandidates({ reviewId });
  const refId = lost?.refId ?? '';
  await client.reviews.attachEvidence({ reviewId, itemRef: 'negotiation', kind: 'deal', refId });
  await client.deals.editDeal({ id: refId, facts: { name: '改名' } });
  const { evidence } = await client.reviews.getReview({ reviewId });
  expect(evidence[0]?.title).toBe('华联');
  await stop();
});

test('promises count as kept when done by the date first agreed, once they fell due', async () => {
  const backend = await startBackend();
  const { client, platform } = backend;
  const { id: personId } = await buildPerson(backend);
  platform.clock.set('2026-10-01T02:00:00.000Z');
  const promise = (dueOn: string | null) => buildCommitment(backend, { personId, dueOn });
  const [kept, late] = [await promise('2026-11-10'), await promise('2026-11-10')];
  for (const dueOn of ['2026-11-12', '2026-12-15', null]) await promise(dueOn);
  const settle = (commitmentId: string, closedOn: string) =>
    client.coaching.settleCommitment({
      ...{ commitmentId, closedOn },
      ...{ status: 'done', note: '', sessionId: null },
    });
  platform.clock.set('2026-11-24T02:00:00.000Z');
  await settle(kept.id, '2026-11-09');
  await settle(late.id, '2026-11-12');
  const reviewId = await buildReview(backend, {
    personId,
    periodStartOn: '2026-07-01',
    periodEndOn: '2026-12-31',
  });
  const { coaching } = await client.reviews.getReview({ reviewId });
  expect(coaching).toMatchObject({ commitmentsDue: 3, commitmentsKept: 1 });
  await backend.stop();
});

test('a template or person that changes does not move a review that has begun', async () => {
  const { client, workspace, person, reviewId, stop } = await startWithDeals();
  const before = await client.reviews.getReview({ reviewId });
  await client.people.changePerson({ personId: person.id, changes: { name: '陈静静' } });
  await workspace.taskContext().write('test.change', async ({ db }) => {
    await db.updateTable('review_template').set({ content_json: '{}' }).execute();
  });
  const after = await client.reviews.getReview({ reviewId });
  expect(after).toMatchObject({ person: before.person, template: before.template });
  await stop();
});

test('a review of the same person and days is named as a warning', async () => {
  const { client, person, reviewId, stop } = await startWithDeals();
  const asked = { personId: person.id, type: 'half' } as const;
  const overlapping = { periodStartOn: '2026-06-01', periodEndOn: '2026-12-31' };
  const found = await client.reviews.findOverlaps({ ...asked, ...overlapping });
  expect(found.map(({ id }) => id)).toEqual([reviewId]);
  const later = { periodStartOn: '2026-07-01', periodEndOn: '2026-12-31' };
  expect(await client.reviews.findOverlaps({ ...asked, ...later })).toEqual([]);
  await stop();
});

test('starting a review is one step that can be taken back', async () => {
  const { client, reviewId, stop } = await startWithDeals();
  expect(await client.workspace.undo()).toMatchObject({ command: 'reviews.startReview' });
  await expect(client.reviews.getReview({ reviewId })).rejects.toMatchObject({ code: 'not_found' });
  await client.workspace.redo();
  expect(await client.reviews.getReview({ reviewId })).toMatchObject({ status: 'draft' });
  await stop();
});

test('a deal counts with the pushes of the period alone, to the day where the manager is', async () => {
  const backend = await startBackend();
  const { client, platform } = backend;
  const { id: personId } = await buildPerson(backend);
  const noonOf = (on: string) => platform.clock.set(new Date(`${on}T12:00:00`).toISOString());
  noonOf('2025-12-01');
  const id = await buildDeal(backend, { ownerId: personId, expectedCloseOn: '2026-01-31' });
  const pushes = {
    '2025-12-31': '2026-02-01',
    '2026-01-01': '2026-04-01',
    '2026-06-30': '2026-08-01',
    '2026-07-01': '2026-09-01',
  };
  for (const [on, expectedCloseOn] of Object.entries(pushes)) {
    noonOf(on);
    await client.deals.editDeal({ id, facts: { expectedCloseOn } });
  }
  const reviewId = await buildReview(backend, { personId });
  expect(await client.reviews.listCandidates({ reviewId })).toMatchObject([
    { refId: id, occurredOn: '2026-06-30', facts: { pushCount: 2 } },
  ]);
  await backend.stop();
});
