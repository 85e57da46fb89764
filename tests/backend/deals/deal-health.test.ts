import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { measureDeals } from '#backend/features/deals/deal-health.service.ts';
import { buildActivity } from '#tests/support/builders/activity.ts';
import { buildDeal, buildWonDeal, standardStages } from '#tests/support/builders/deal.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

let backend: TestBackend;
let stages: Awaited<ReturnType<typeof standardStages>>;

beforeEach(async () => {
  backend = await startBackend({ now: '2026-09-01T01:00:00.000Z' });
  stages = await standardStages(backend);
});
afterEach(() => backend.stop());
afterAll(removeTestDirectories);

const at = (day: string) => backend.platform.clock.set(`${day}T01:00:00.000Z`);
const measured = () => backend.workspace.runQuery((context) => measureDeals(context, {}));

test('health lists its reasons with their numbers', async () => {
  const id = await buildDeal(backend, { expectedCloseOn: '2026-10-01' });
  await buildActivity(backend, { dealId: id });
  await backend.client.deals.editDeal({ id, facts: { expectedCloseOn: '2026-10-15' } });
  at('2026-09-21');
  const { health } = await backend.client.deals.getDeal({ id });
  expect(health).toEqual({
    score: 30,
    level: 'watch',
    reasons: [
      { code: 'no_activity', points: 15, days: 20, overDays: 14 },
      { code: 'no_next_step', points: 10 },
      { code: 'pushed', points: 5, times: 1 },
    ],
  });
});

test('a planned activity is a next step', async () => {
  const id = await buildDeal(backend);
  await buildActivity(backend, {
    dealId: id,
    status: 'planned',
    happenedAt: '2026-09-02T06:00:00.000Z',
  });
  expect(await backend.client.deals.getDeal({ id })).toMatchObject({
    nextStep: { state: 'due', on: '2026-09-02' },
    health: { score: 0, reasons: [] },
  });
  const overdue = { filter: { nextStep: ['overdue' as const] } };
  expect(await backend.client.deals.getTotals(overdue)).toMatchObject({ count: 0 });
  at('2026-09-04');
  expect(await backend.client.deals.getTotals(overdue)).toMatchObject({ count: 1 });
});

test('a next step of "none" is none', async () => {
  const id = await buildDeal(backend, { nextStep: '暂无' });
  expect(await backend.client.deals.getDeal({ id })).toMatchObject({
    nextStepText: '',
    nextStep: { state: 'none' },
  });
});

test('changed rules hold at once, and a stage can have its own', async () => {
  const id = await buildDeal(backend);
  at('2026-09-11');
  const score = async () => (await backend.client.deals.getDeal({ id })).health?.score;
  expect(await score()).toBe(10);
  await backend.client.deals.changeWarnings({
    rules: { noNextStep: { isOn: false }, noActivity: { steps: [{ over: 7, points: 40 }] } },
  });
  const { rules } = (await backend.client.deals.getWarningSettings()).health;
  expect(await score()).toBe(40);
  const own = (noActivity: object | null) =>
    backend.client.deals.changeStage({
      id: stages.fresh.id,
      changes: { healthRules: { noActivity } },
    });
  await own({ ...rules.noActivity, isOn: false });
  expect(await score()).toBe(0);
  await own(null);
  expect(await score()).toBe(40);
});

test('a change of the warnings leaves every other one as it is', async () => {
  const change = backend.client.deals.changeWarnings;
  const before = await backend.client.deals.getWarningSettings();
  await change({ rules: { noActivity: { steps: [{ over: 9 }, {}] } } });
  await change({ rules: { noActivity: { steps: [{}, { points: 33 }] } } });
  await change({ rules: { noActivity: { isOn: false }, stageAge: { minSample: 7 } } });
  await change({ levels: { watch: 3 } });
  await change({ stuck: { silentDays: 5 } });
  await change({ stuck: { rules: { pushed: false } } });
  await change({ stuck: { rules: { no_next_step: false } } });
  const after = await backend.client.deals.getWarningSettings();
  const [first, second] = before.health.rules.noActivity.steps;
  expect(after).toEqual({
    health: {
      rules: {
        ...before.health.rules,
        noActivity: {
          ...before.health.rules.noActivity,
          isOn: false,
          steps: [
            { ...first, over: 9 },
            { ...second, points: 33 },
          ],
        },
        stageAge: { ...before.health.rules.stageAge, minSample: 7 },
      },
      levels: { ...before.health.levels, watch: 3 },
    },
    stuck: { ...before.stuck, silentDays: 5, rulesOff: ['pushed', 'no_next_step'] },
  });
});

test('a step that is new says all about itself', async () => {
  await expect(
    backend.client.deals.changeWarnings({ rules: { pushed: { steps: [{}, {}, {}, {}, {}] } } }),
  ).rejects.toMatchObject({ code: 'bad_input' });
});

test("a stay is measured by the own median from five won deals on, by the team's before", async () => {
  const [fast, slow] = [await buildPerson(backend), await buildPerson(backend, { name: '韩梅' })];
  for (let n = 0; n < 5; n += 1) {
    await buildWonDeal(backend, {
      ownerId: fast.id,
      daysPerStage: 4,
      from: '2026-07-01T01:00:00Z',
    });
  }
  await buildWonDeal(backend, { ownerId: slow.id, daysPerStage: 20, from: '2026-05-01T01:00:00Z' });
  at('2026-09-01');
  const deal = (ownerId: string) => buildDeal(backend, { ownerId, nextStep: '演示' });
  const [own, team] = [await deal(fast.id), await deal(slow.id)];
  at('2026-09-08');
  const byId = new Map((await measured()).map((one) => [one.dealId, one]));
  expect(byId.get(own)?.stuck).toEqual([
    { code: 'slow_stage', days: 7, medianDays: 4, basis: 'own', n: 5 },
  ]);
  expect(byId.get(team)?.stageMedian).toEqual({ days: 4, basis: 'team' });
  expect(byId.get(own)?.health.reasons).toEqual([
    expect.objectContaining({ code: 'stage_age', mark: 'p75', limitDays: 4, n: 6 }),
  ]);
});

test('a deal that is won, reopened or deleted counts and stops counting for the medians', async () => {
  const id = await buildWonDeal(backend, { daysPerStage: 6, from: '2026-07-01T01:00:00Z' });
  const other = await buildDeal(backend);
  const median = async () => (await backend.client.deals.getDeal({ id: other })).stageMedian.days;
  expect(await median()).toBe(6);
  await backend.client.deals.moveDeal({ id, stageId: stages.needs.id });
  expect(await median()).toBe(null);
  await backend.client.workspace.undo();
  expect(await median()).toBe(6);
  await backend.client.deals.deleteDeals({ selection: { ids: [id] } });
  expect(await median()).toBe(null);
  await backend.client.workspace.undo();
  expect(await median()).toBe(6);
  await backend.client.workspace.redo();
  expect(await median()).toBe(null);
});

test('a snoozed deal says until when and why, and closing ends it', async () => {
  const id = await buildDeal(backend);
  const snooze = { untilOn: '2026-10-01', reason: '客户年会后再谈' };
  await backend.client.deals.snoozeDeal({ id, snooze });
  expect(await backend.client.deals.getDeal({ id })).toMatchObject({
    snoozedUntilOn: '2026-10-01',
    snoozeReason: '客户年会后再谈',
  });
  await backend.client.deals.moveDeal({ id, stageId: stages.won.id });
  expect(await backend.client.deals.getDeal({ id })).toMatchObject({ snoozedUntilOn: null });
});
