import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/domain/dates/local-date.ts';
import type { DealFacts } from '#shared/domain/deals/deal-facts.ts';
import {
  DEFAULT_STUCK_SETTINGS,
  rankStuckDeals,
  type StuckDeal,
  type StuckInput,
  stuckReasons,
} from '#shared/domain/deals/stuck.ts';

const today = '2026-11-24';
const ago = (days: number) => addDays(today, -days);

const moving: DealFacts = {
  stageId: 'quote',
  stageDays: 10,
  createdOn: ago(100),
  lastActivityOn: ago(1),
  nextStep: '发方案',
  nextStepOn: null,
  expectedCloseOn: addDays(today, 30),
  pushes: 0,
};

function reasons(facts: Partial<DealFacts>, more: Partial<StuckInput> = {}) {
  return stuckReasons({
    deal: { ...moving, ...facts },
    own: { medianDays: 40, n: 5 },
    team: { medianDays: 20, n: 50 },
    today,
    settings: DEFAULT_STUCK_SETTINGS,
    ...more,
  });
}

describe('a deal is stuck', () => {
  test('when none of the rules fires, it is not', () => {
    expect(reasons({})).toEqual([]);
  });

  test.each([
    [{ stageDays: 60 }, []],
    [{ stageDays: 61 }, [{ code: 'slow_stage', days: 61, medianDays: 40, basis: 'own', n: 5 }]],
    [{ lastActivityOn: ago(13) }, []],
    [{ lastActivityOn: ago(14) }, [{ code: 'no_activity', days: 14 }]],
    [{ pushes: 1 }, []],
    [{ pushes: 2 }, [{ code: 'pushed', times: 2 }]],
    [{ expectedCloseOn: today }, []],
    [{ expectedCloseOn: ago(1) }, [{ code: 'close_date_passed', days: 1 }]],
    [{ nextStep: '' }, [{ code: 'no_next_step' }]],
    [{ nextStep: '', nextStepOn: ago(3) }, []],
  ])('%j fires %j', (facts, expected) => {
    expect(reasons(facts)).toEqual(expected);
  });

  test('against the team when the person has won too few here', () => {
    const own = { medianDays: 40, n: 4 };
    expect(reasons({ stageDays: 31 }, { own })).toEqual([
      { code: 'slow_stage', days: 31, medianDays: 20, basis: 'team', n: 50 },
    ]);
    expect(reasons({ stageDays: 30 }, { own })).toEqual([]);
  });

  test('but not by age where nobody has won yet', () => {
    const none = { medianDays: null, n: 0 };
    expect(reasons({ stageDays: 900 }, { own: none, team: none })).toEqual([]);
  });

  test('on several counts at once, in a fixed order', () => {
    const all = {
      stageDays: 99,
      lastActivityOn: ago(30),
      pushes: 3,
      expectedCloseOn: ago(2),
      nextStep: null,
    };
    expect(reasons(all).map(({ code }) => code)).toEqual([
      'slow_stage',
      'no_activity',
      'pushed',
      'close_date_passed',
      'no_next_step',
    ]);
  });

  test('by the rules and limits that are set', () => {
    const settings = { ...DEFAULT_STUCK_SETTINGS, rulesOff: ['no_activity' as const], pushes: 1 };
    expect(reasons({ lastActivityOn: ago(99), pushes: 1 }, { settings })).toEqual([
      { code: 'pushed', times: 1 },
    ]);
  });
});

describe('the list of stuck deals', () => {
  const stuck = (
    dealId: string,
    amountMinor: number,
    more: Partial<StuckDeal> = {},
  ): StuckDeal => ({
    dealId,
    amountMinor,
    reasons: [{ code: 'no_next_step' }],
    snoozedUntil: null,
    ...more,
  });

  test('starts with the largest amount', () => {
    const ranked = rankStuckDeals([stuck('a', 5), stuck('b', 9), stuck('c', 7)], today);
    expect(ranked.map(({ dealId }) => dealId)).toEqual(['b', 'c', 'a']);
  });

  test('leaves out what was put aside, until the day after', () => {
    const deals = [stuck('a', 5, { snoozedUntil: today }), stuck('b', 4, { snoozedUntil: ago(1) })];
    expect(rankStuckDeals(deals, today).map(({ dealId }) => dealId)).toEqual(['b']);
  });

  test('holds only deals with a reason', () => {
    expect(rankStuckDeals([stuck('a', 5, { reasons: [] })], today)).toEqual([]);
  });
});
