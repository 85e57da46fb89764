import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/domain/dates/local-date.ts';
import { type DealFacts, nextStepSignal } from '#shared/domain/deals/deal-facts.ts';
import {
  DEFAULT_HEALTH_SETTINGS,
  dealHealth,
  type HealthRules,
  type HealthSettings,
} from '#shared/domain/deals/health.ts';
import type { StageBenchmark } from '#shared/domain/deals/stage-benchmark.ts';

const today = '2026-11-24';
const ago = (days: number) => addDays(today, -days);

const healthy: DealFacts = {
  stageId: 'quote',
  stageDays: 10,
  createdOn: ago(100),
  lastActivityOn: ago(1),
  nextStep: '发方案',
  nextStepOn: null,
  expectedCloseOn: addDays(today, 30),
  pushes: 0,
};

const benchmark: StageBenchmark = {
  n: 20,
  medianDays: 30,
  p75Days: 45,
  p90Days: 70,
  longestDays: 120,
};

function health(facts: Partial<DealFacts>, settings: HealthSettings = DEFAULT_HEALTH_SETTINGS) {
  return dealHealth({ deal: { ...healthy, ...facts }, benchmark, today, settings });
}

function withRules(rules: Partial<HealthRules>): HealthSettings {
  return { ...DEFAULT_HEALTH_SETTINGS, rules: { ...DEFAULT_HEALTH_SETTINGS.rules, ...rules } };
}

describe('deal health', () => {
  test('of a well-kept deal is fine, with nothing to say', () => {
    expect(health({})).toEqual({ score: 0, level: 'fine', reasons: [] });
  });

  test('adds up the published example', () => {
    const facts = { lastActivityOn: ago(20), nextStep: null, pushes: 2, stageDays: 64 };
    expect(health(facts)).toEqual({
      score: 45,
      level: 'watch',
      reasons: [
        { code: 'no_activity', points: 15, days: 20, overDays: 14 },
        { code: 'no_next_step', points: 10 },
        { code: 'pushed', points: 10, times: 2 },
        { code: 'stage_age', points: 10, days: 64, mark: 'p75', limitDays: 45, n: 20 },
      ],
    });
  });

  test.each([
    [{ lastActivityOn: ago(14) }, 0],
    [{ lastActivityOn: ago(15) }, 15],
    [{ lastActivityOn: ago(28) }, 15],
    [{ lastActivityOn: ago(29) }, 25],
    [{ nextStep: ' ' }, 10],
    [{ nextStepOn: today }, 0],
    [{ nextStepOn: ago(1) }, 10],
    [{ nextStep: null, nextStepOn: ago(1) }, 10],
    [{ expectedCloseOn: today }, 0],
    [{ expectedCloseOn: ago(1) }, 20],
    [{ expectedCloseOn: null }, 0],
    [{ pushes: 1 }, 5],
    [{ pushes: 2 }, 10],
    [{ pushes: 3 }, 20],
    [{ pushes: 9 }, 20],
    [{ stageDays: 45 }, 0],
    [{ stageDays: 46 }, 10],
    [{ stageDays: 70 }, 10],
    [{ stageDays: 71 }, 20],
    [{ stageDays: 120 }, 20],
    [{ stageDays: 121 }, 25],
    [{ stageDays: null }, 0],
  ] as const)('%j gives %i points', (facts, score) => {
    expect(health(facts).score).toBe(score);
  });

  test.each([
    [24, 'fine'],
    [25, 'watch'],
    [49, 'watch'],
    [50, 'at_risk'],
    [74, 'at_risk'],
    [75, 'critical'],
  ])('a score of %i is %s', (points, level) => {
    const settings = withRules({ closeDatePassed: { isOn: true, points } });
    expect(health({ expectedCloseOn: ago(1) }, settings).level).toBe(level);
  });

  test('ends at 100', () => {
    const settings = withRules({ closeDatePassed: { isOn: true, points: 95 } });
    const result = health({ expectedCloseOn: ago(1), nextStep: null }, settings);
    expect(result).toMatchObject({ score: 100, level: 'critical' });
  });

  test('counts silence from the creation where there was never an activity', () => {
    expect(health({ lastActivityOn: null, createdOn: ago(29) }).score).toBe(25);
    expect(health({ lastActivityOn: null, createdOn: null }).score).toBe(0);
  });

  test('takes an activity dated ahead for one of today', () => {
    expect(health({ lastActivityOn: addDays(today, 5) }).score).toBe(0);
  });

  test('bears silence while a step lies ahead, up to a limit', () => {
    const nextStepOn = addDays(today, 3);
    expect(health({ lastActivityOn: ago(30), nextStepOn }).score).toBe(0);
    expect(health({ lastActivityOn: ago(31), nextStepOn }).score).toBe(25);
  });

  test('says nothing about stage age from a handful of deals', () => {
    const few = { ...benchmark, n: 4 };
    const deal = { ...healthy, stageDays: 500 };
    const settings = DEFAULT_HEALTH_SETTINGS;
    expect(dealHealth({ deal, benchmark: few, today, settings }).score).toBe(0);
    expect(dealHealth({ deal, benchmark: null, today, settings }).score).toBe(0);
  });

  test('leaves out a rule that is off', () => {
    const settings = withRules({
      noActivity: { ...DEFAULT_HEALTH_SETTINGS.rules.noActivity, isOn: false },
      noNextStep: { isOn: false, points: 10 },
      nextStepOverdue: { isOn: false, points: 10 },
      closeDatePassed: { isOn: false, points: 20 },
      pushed: { isOn: false, steps: [{ over: 0, points: 5 }] },
      stageAge: { ...DEFAULT_HEALTH_SETTINGS.rules.stageAge, isOn: false },
    });
    const worst = { lastActivityOn: ago(99), expectedCloseOn: ago(9), pushes: 9, stageDays: 999 };
    expect(health({ ...worst, nextStep: null }, settings).reasons).toEqual([]);
    expect(health({ ...worst, nextStepOn: ago(9) }, settings).reasons).toEqual([]);
  });

  test('takes the thresholds of the stage where it has its own', () => {
    const noActivity = { isOn: true, steps: [{ over: 3, points: 40 }], quietUntilDays: 30 };
    const settings = { ...DEFAULT_HEALTH_SETTINGS, stageRules: { quote: { noActivity } } };
    expect(health({ lastActivityOn: ago(4) }, settings).reasons).toEqual([
      { code: 'no_activity', points: 40, days: 4, overDays: 3 },
    ]);
    expect(health({ lastActivityOn: ago(4), stageId: 'demo' }, settings).score).toBe(0);
    expect(health({ stageId: 'constructor' }, settings).score).toBe(0);
  });
});

describe('the next-step signal', () => {
  test.each([
    [{ nextStep: null, nextStepOn: null }, 'none'],
    [{ nextStep: '回访', nextStepOn: null }, 'planned'],
    [{ nextStepOn: ago(1) }, 'overdue'],
    [{ nextStepOn: today }, 'due'],
    [{ nextStepOn: addDays(today, 2) }, 'due'],
    [{ nextStepOn: addDays(today, 3) }, 'planned'],
  ])('%j is %s', (facts, signal) => {
    expect(nextStepSignal({ ...healthy, ...facts }, today)).toBe(signal);
  });
});
