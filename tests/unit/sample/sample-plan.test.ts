import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seededDice } from '#backend/features/sample/dice.ts';
import { planActivities } from '#backend/features/sample/plan-activities.ts';
import { type PlannedDeal, planDeals } from '#backend/features/sample/plan-deals.ts';
import { loadSampleContent } from '#backend/features/sample/sample-content.ts';

const resources = join(import.meta.dirname, '../../../resources');
const today = '2026-11-24';

async function plan(language: 'zh-CN' | 'en' = 'zh-CN') {
  const content = await loadSampleContent(resources, language);
  const context = { content, dice: seededDice(7), today };
  const deals = planDeals(context, 400);
  return { deals, activities: planActivities(context, deals) };
}

const isClosed = (deal: PlannedDeal) =>
  deal.changes.some(({ kind }) => kind === 'won' || kind === 'lost');

test('the plan is the same each time', async () => {
  expect(await plan()).toEqual(await plan());
});

test.each(['zh-CN', 'en'] as const)(
  '%s has 400 deals over 18 months, most of them decided',
  async (language) => {
    const { deals } = await plan(language);
    expect(deals).toHaveLength(400);
    expect(deals[0]?.openedOn.localeCompare('2025-07-01')).toBe(-1);
    const open = deals.filter((deal) => !isClosed(deal)).length;
    expect(open).toBeGreaterThan(60);
    expect(open).toBeLessThan(160);
  },
);

test('the Chinese sample is punctuated as Chinese', async () => {
  const text = JSON.stringify(await loadSampleContent(resources, 'zh-CN'));
  expect(text.match(/.{8}\p{Script=Han}[,;:!?].{8}|.{8}[,;:!?]\p{Script=Han}.{8}/gu)).toBeNull();
});

test('a deal ends once, after everything else, and never in the future', async () => {
  const { deals, activities } = await plan();
  for (const deal of deals) {
    const days = [deal.openedOn, ...deal.changes.map((change) => change.on)];
    expect(days).toEqual([...days].sort());
    expect(days.at(-1)?.localeCompare(today)).toBeLessThanOrEqual(0);
    const endings = deal.changes.filter(({ kind }) => kind === 'won' || kind === 'lost');
    expect(endings.length).toBeLessThanOrEqual(1);
    if (endings[0]) expect(deal.changes.at(-1)).toBe(endings[0]);
  }
  expect(activities.every(({ on }) => on <= today)).toBe(true);
});

test('every salesperson has something to talk about', async () => {
  const { deals, activities } = await plan();
  const owners = new Set(deals.filter((deal) => !isClosed(deal)).map((deal) => deal.ownerIndex));
  expect(owners.size).toBe(12);
  expect(new Set(activities.map((activity) => activity.ownerIndex)).size).toBe(12);
});
