import { describe, expect, test } from 'vitest';
import {
  type ClosingFacts,
  canComplete,
  closingChecklist,
  isSessionLocked,
  sessionLocksOn,
} from '#shared/domain/coaching/closing.ts';
import {
  asksHowToRaise,
  canScoreOptions,
  type GrowOption,
  optionRankHint,
} from '#shared/domain/coaching/grow.ts';

function option(
  text: string,
  impact: number | null = null,
  feasibility: number | null = null,
): GrowOption {
  return { text, impact, feasibility };
}

describe('options', () => {
  test('cannot be scored before there are three', () => {
    expect(canScoreOptions([option('a'), option('b')])).toBe(false);
    expect(canScoreOptions([option('a'), option('b'), option(' \u3000')])).toBe(false);
    expect(canScoreOptions([option('a'), option('b'), option('c')])).toBe(true);
  });

  test('weigh impact twice', () => {
    expect(optionRankHint(option('a', 4, 3))).toBe(11);
    expect(optionRankHint(option('a', 1, 1))).toBe(3);
    expect(optionRankHint(option('a', 5, 5))).toBe(15);
    expect(optionRankHint(option('a', 5))).toBeNull();
  });
});

describe('a commitment', () => {
  test('of seven or less asks how to reach ten', () => {
    expect([1, 7, 8, 10, null].map(asksHowToRaise)).toEqual([true, true, false, false, false]);
  });
});

const closed: ClosingFacts = {
  actions: [{ hasOwner: true, dueOn: '2026-12-01', isUndatedOnPurpose: false, isSettled: false }],
  commitment: 8,
  nextSessionOn: '2026-12-08',
  sharedSummary: '下周三前约到采购负责人',
  privateNote: '信心比上次好',
  undeliveredFeedbackCount: 0,
};

function open(facts: Partial<ClosingFacts>): string[] {
  return closingChecklist({ ...closed, ...facts })
    .filter(({ isDone }) => !isDone)
    .map(({ code, openCount }) => `${code} ${openCount}`);
}

describe('the closing checklist', () => {
  test('is clear when everything was done', () => {
    expect(open({})).toEqual([]);
  });

  test('names what is open', () => {
    const nothing: ClosingFacts = {
      actions: [],
      commitment: null,
      nextSessionOn: null,
      sharedSummary: ' ',
      privateNote: null,
      undeliveredFeedbackCount: 2,
    };
    expect(open(nothing)).toEqual([
      'action_agreed 1',
      'commitment_scored 1',
      'next_session_set 1',
      'summary_written 1',
      'feedback_delivered 2',
      'private_note_written 1',
    ]);
    expect(canComplete(closingChecklist(nothing))).toBe(true);
  });

  test('holds a session back only for actions without a date', () => {
    const undated = { hasOwner: true, dueOn: null, isUndatedOnPurpose: false, isSettled: false };
    const facts = { ...closed, actions: [...closed.actions, undated] };
    expect(open(facts)).toEqual(['actions_dated 1']);
    expect(canComplete(closingChecklist(facts))).toBe(false);
  });

  test('asks for no date of an action that is settled', () => {
    const settled = { hasOwner: true, dueOn: null, isUndatedOnPurpose: false, isSettled: true };
    const checklist = closingChecklist({ ...closed, actions: [settled] });
    expect(open({ actions: [settled] })).toEqual([]);
    expect(canComplete(checklist)).toBe(true);
  });

  test('accepts an action left without a date on purpose', () => {
    expect(
      open({
        actions: [{ hasOwner: true, dueOn: null, isUndatedOnPurpose: true, isSettled: false }],
      }),
    ).toEqual([]);
  });

  test('does not take an action without an owner for an agreement', () => {
    expect(
      open({
        actions: [
          { hasOwner: false, dueOn: '2026-12-01', isUndatedOnPurpose: false, isSettled: false },
        ],
      }),
    ).toEqual(['action_agreed 1']);
  });
});

describe('the lock of a session', () => {
  const completed = { status: 'completed', completedOn: '2026-03-01' } as const;

  test('falls seven days after it was held', () => {
    expect(sessionLocksOn('2026-03-01')).toBe('2026-03-08');
    expect(isSessionLocked(completed, '2026-03-07')).toBe(false);
    expect(isSessionLocked(completed, '2026-03-08')).toBe(true);
  });

  test('is only for completed sessions', () => {
    expect(isSessionLocked({ status: 'missed', completedOn: '2026-03-01' }, '2026-12-01')).toBe(
      false,
    );
    expect(isSessionLocked({ status: 'completed', completedOn: null }, '2026-12-01')).toBe(false);
  });
});
