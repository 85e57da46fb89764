import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildActivity } from '#tests/support/builders/activity.ts';
import { buildDeal, buildWonDeal, standardStages } from '#tests/support/builders/deal.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { holdSession } from '#tests/support/builders/session.ts';
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

const brief = async () => (await backend.client.coaching.getPrep({ personId })).brief;

test('a person without any data has a brief that claims nothing', async () => {
  expect(await brief()).toMatchObject({
    sessionNo: 1,
    last: null,
    cadence: { status: 'due', daysSince: null },
    points: [],
    commitments: [],
    followThrough: { rep: { whole: 0, bp: null }, manager: { whole: 0, bp: null } },
    numbers: {
      quotaMinor: null,
      wonMinor: null,
      attainmentBp: null,
      gapMinor: null,
      openMinor: null,
      coveragePct: null,
      forecastMinor: null,
    },
    pipeline: null,
    stuck: { deals: [], more: 0, openCount: 0 },
    activity: [],
    questions: { goal: { key: 'G1' }, reality: { key: 'R3' } },
  });
});

test('attainment, gap and coverage are of the fiscal quarter, uncapped', async () => {
  const { client } = backend;
  const cells = [{ personId, periodStartOn: '2026-10-01', amountMinor: 2_000_000_00 }];
  await client.people.setQuotas({ cells });
  await buildWonDeal(backend, {
    ownerId: personId,
    amountMinor: 1_450_000_00,
    daysPerStage: 2,
    from: '2026-11-01T02:00:00.000Z',
  });
  backend.platform.clock.set('2026-11-24T01:00:00.000Z');
  await buildDeal(backend, { ownerId: personId, amountMinor: 1_630_000_00 });
  expect((await brief()).numbers).toMatchObject({
    wonMinor: 1_450_000_00,
    wonCount: 1,
    attainmentBp: 7250,
    gapMinor: 550_000_00,
    coveragePct: 296,
    weeksLeft: 5,
  });
});

test('the forecast stands beside the one of the last session in the same quarter only', async () => {
  const deal = { ownerId: personId, amountMinor: 100_00, expectedCloseOn: '2026-12-20' };
  await buildDeal(backend, deal);
  await holdSession(backend, { personId, at: '2026-11-24T01:00:00.000Z' });
  await buildDeal(backend, { ...deal, amountMinor: 300_00 });
  expect((await brief()).numbers).toMatchObject({ forecastMinor: 40_00, lastForecastMinor: 10_00 });
  backend.platform.clock.set('2027-01-05T01:00:00.000Z');
  expect((await brief()).numbers.lastForecastMinor).toBeNull();
});

test('pipeline moves since the last session are named with their stages, dates and reasons', async () => {
  const { client, platform } = backend;
  const { needs, lost } = await standardStages(backend);
  const first = await buildDeal(backend, {
    ownerId: personId,
    name: '信达',
    amountMinor: 500_00,
    expectedCloseOn: '2026-12-01',
  });
  const second = await buildDeal(backend, { ownerId: personId, name: '远航', amountMinor: 80_00 });
  await holdSession(backend, { personId, at: '2026-11-24T01:00:00.000Z' });
  platform.clock.set('2026-12-01T01:00:00.000Z');
  await client.deals.moveDeal({ id: first, stageId: needs.id });
  await client.deals.editDeal({ id: first, facts: { expectedCloseOn: '2027-01-30' } });
  await client.deals.moveDeal({ id: second, stageId: lost.id, closing: { lossReason: '价格' } });
  const { pipeline } = await brief();
  expect(pipeline).toMatchObject({
    isSinceSession: true,
    since: '2026-11-24T01:00:00.000Z',
    startMinor: 580_00,
    lostMinor: 80_00,
    endMinor: 500_00,
    pushCount: 1,
  });
  expect(pipeline?.moves).toMatchObject([
    {
      name: '信达',
      pushes: 1,
      changes: [
        { kind: 'stage_forward', from: { en: 'New' }, to: { en: 'Needs confirmed' } },
        { kind: 'close_date', fromOn: '2026-12-01', toOn: '2027-01-30' },
      ],
    },
    { name: '远航', lossReason: '价格', changes: [{ kind: 'lost', amountMinor: 80_00 }] },
  ]);
});

test('a stuck deal shows the rule that fired, five are listed and the rest counted', async () => {
  for (let n = 1; n <= 7; n += 1) {
    await buildDeal(backend, { ownerId: personId, name: `单 ${n}`, amountMinor: n * 100 });
  }
  backend.platform.clock.set('2026-12-20T01:00:00.000Z');
  const { stuck } = await brief();
  expect(stuck).toMatchObject({ more: 2, openCount: 7 });
  expect(stuck.deals.map(({ name }) => name)).toEqual(['单 7', '单 6', '单 5', '单 4', '单 3']);
  expect(stuck.deals[0]?.reasons).toEqual([
    { code: 'no_activity', days: 26 },
    { code: 'no_next_step' },
  ]);
});

async function meet(on: string, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    await buildActivity(backend, { personId, kind: 'visit', happenedAt: `${on}T03:00:00.000Z` });
  }
}

/** Mondays of the eight full weeks before Tuesday 24 November 2026. */
const mondays = [
  '2026-09-28',
  '2026-10-05',
  '2026-10-12',
  '2026-10-19',
  '2026-10-26',
  '2026-11-02',
  '2026-11-09',
  '2026-11-16',
];

test('activity since the last session is measured against the person’s own eight weeks', async () => {
  const weeks = [6, 5, 7, 6, 8, 6, 5, 7];
  await holdSession(backend, { personId, at: '2026-11-10T01:00:00.000Z' });
  for (const [week, monday] of mondays.entries()) await meet(monday, weeks[week] ?? 0);
  backend.platform.clock.set('2026-11-24T01:00:00.000Z');
  await buildActivity(backend, {
    personId,
    kind: 'call',
    happenedAt: '2026-11-20T03:00:00.000Z',
  });
  const [meetings] = (await brief()).activity;
  expect(meetings).toMatchObject({
    measure: 'meetings',
    n: 8,
    meanMilli: 6250,
    recentFromOn: '2026-11-11',
    // 7 meetings in the 14 days since.
    recentMilli: 3500,
    deltaBp: -4400,
    flag: 'down',
  });
  expect(meetings?.weeks.map(({ count }) => count)).toEqual(weeks);
});

test('leave weeks are left out of the baseline and shown as leave', async () => {
  const { client } = backend;
  await client.people.addLeave({ personId, fromOn: '2026-10-05', toOn: '2026-10-11' });
  for (const monday of mondays) await meet(monday, monday === '2026-10-05' ? 0 : 4);
  const [meetings] = (await brief()).activity;
  expect(meetings).toMatchObject({ n: 7, meanMilli: 4000 });
  expect(meetings?.weeks[1]).toMatchObject({ state: 'leave', count: 0 });
});

test('a baseline of three weeks is too short to judge by', async () => {
  for (const monday of mondays.slice(5)) await meet(monday, 5);
  expect((await brief()).activity[0]).toMatchObject({ status: 'too_short', n: 3, flag: null });
});
