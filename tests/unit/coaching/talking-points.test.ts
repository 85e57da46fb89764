import { describe, expect, test } from 'vitest';
import {
  type TalkingPointFacts,
  talkingPoints,
  topTalkingPoints,
} from '#shared/domain/coaching/talking-points.ts';

const facts: TalkingPointFacts = {
  overdueCommitments: [
    { commitmentId: 'rep 9', owner: 'rep', overdueDays: 9 },
    { commitmentId: 'mine 1', owner: 'manager', overdueDays: 1 },
    { commitmentId: 'rep 20', owner: 'rep', overdueDays: 20 },
  ],
  stuckDeals: [
    { dealId: 'small', amountMinor: 10 },
    { dealId: 'large', amountMinor: 90 },
  ],
  baselineDrops: [
    { activityKind: 'call', deltaBp: -2600 },
    { activityKind: 'visit', deltaBp: -5000 },
  ],
  skillGaps: [
    { skillId: 'negotiation', weightBp: 2500, gapLevels: 1 },
    { skillId: 'hygiene', weightBp: 2000, gapLevels: 2 },
    { skillId: 'met', weightBp: 9000, gapLevels: 0 },
  ],
  undeliveredFeedback: [
    { feedbackId: 'fresh', ageDays: 2 },
    { feedbackId: 'old', ageDays: 30 },
  ],
  praiseDue: [
    { source: 'feedback', refId: 'older', ageDays: 12 },
    { source: 'won_deal', refId: 'latest', ageDays: 3 },
  ],
};

const nothing: TalkingPointFacts = {
  overdueCommitments: [],
  stuckDeals: [],
  baselineDrops: [],
  skillGaps: [],
  undeliveredFeedback: [],
  praiseDue: [],
};

describe('talking points', () => {
  test('follow the order of the rules, each with its fact', () => {
    expect(talkingPoints(facts).map(({ rule, refId }) => `${rule} ${refId}`)).toEqual([
      'overdue_commitment mine 1',
      'overdue_commitment rep 20',
      'overdue_commitment rep 9',
      'stuck_deal large',
      'stuck_deal small',
      'baseline_drop visit',
      'baseline_drop call',
      'skill_gap hygiene',
      'skill_gap negotiation',
      'undelivered_feedback old',
      'undelivered_feedback fresh',
      'praise latest',
      'praise older',
    ]);
    expect(talkingPoints(facts)[7]).toEqual({
      rule: 'skill_gap',
      refId: 'hygiene',
      priority: 4000,
      gapLevels: 2,
    });
  });

  test('of a person without data are none', () => {
    expect(talkingPoints(nothing)).toEqual([]);
    expect(topTalkingPoints([])).toEqual([]);
  });
});

describe('the top three', () => {
  test('keep a place for praise', () => {
    const top = topTalkingPoints(talkingPoints(facts));
    expect(top.map(({ refId }) => refId)).toEqual(['mine 1', 'rep 20', 'latest']);
  });

  test('are the first three where there is nothing to praise', () => {
    const top = topTalkingPoints(talkingPoints({ ...facts, praiseDue: [] }));
    expect(top.map(({ refId }) => refId)).toEqual(['mine 1', 'rep 20', 'rep 9']);
  });

  test('do not praise twice for one place', () => {
    const points = talkingPoints({ ...nothing, praiseDue: facts.praiseDue });
    expect(topTalkingPoints(points).map(({ refId }) => refId)).toEqual(['latest', 'older']);
  });

  test('of a limit of none are none', () => {
    expect(topTalkingPoints(talkingPoints(facts), 0)).toEqual([]);
  });
});
