import { describe, expect, test } from 'vitest';
import { checkMove, type MoveRequest, type MoveRules } from '#shared/domain/deals/move.ts';
import {
  dealProbability,
  moveDirection,
  overrideAfterMove,
  type Stage,
  skippedStages,
} from '#shared/domain/deals/stage.ts';

function stage(
  id: string,
  sortOrder: number,
  probabilityBp: number,
  kind: Stage['kind'] = 'open',
): Stage {
  return { id, kind, sortOrder, probabilityBp };
}

const qualify = stage('qualify', 1, 1000);
const demo = stage('demo', 2, 3000);
const quote = stage('quote', 3, 5000);
const close = stage('close', 4, 7000);
const won = stage('won', 5, 10_000, 'won');
const lost = stage('lost', 6, 0, 'lost');
const stages = [qualify, demo, quote, close, won, lost];

const freeRules: MoveRules = {
  requiredFields: [],
  allowedNext: null,
  backMoves: 'allow',
  skips: 'allow',
};

function move(from: Stage, to: Stage, more: Partial<MoveRequest> = {}) {
  return checkMove({ from, to, stages, rules: freeRules, fields: {}, ...more });
}

describe('the win probability of a deal', () => {
  test('follows its stage', () => {
    expect(dealProbability(demo, null)).toEqual({ probabilityBp: 3000, isOverridden: false });
  });

  test('is what a person set, and marked so', () => {
    expect(dealProbability(demo, 4500)).toEqual({ probabilityBp: 4500, isOverridden: true });
    expect(dealProbability(demo, 0)).toEqual({ probabilityBp: 0, isOverridden: true });
    expect(dealProbability(demo, 3000).isOverridden).toBe(false);
  });

  test('is certain once closed, whatever was set', () => {
    expect(dealProbability(won, 4500)).toEqual({ probabilityBp: 10_000, isOverridden: false });
    expect(dealProbability(lost, 4500)).toEqual({ probabilityBp: 0, isOverridden: false });
  });

  test('keeps an override among open stages and drops it at the end', () => {
    expect(overrideAfterMove(4500, quote)).toBe(4500);
    expect(overrideAfterMove(4500, lost)).toBeNull();
  });
});

describe('a move between stages', () => {
  test.each([
    [demo, demo, 'none'],
    [demo, quote, 'forward'],
    [quote, demo, 'back'],
    [demo, won, 'won'],
    [demo, lost, 'lost'],
    [lost, demo, 'reopen'],
    [won, lost, 'corrected'],
  ] as const)('from $id to $id has a direction', (from, to, direction) => {
    expect(moveDirection(from, to)).toBe(direction);
  });

  test('skips the open stages in between', () => {
    expect(skippedStages(qualify, close, stages)).toBe(2);
    expect(skippedStages(qualify, demo, stages)).toBe(0);
    expect(skippedStages(close, qualify, stages)).toBe(0);
    expect(skippedStages(qualify, won, stages)).toBe(0);
  });
});

describe('a move is checked', () => {
  test('and passes where nothing is asked', () => {
    expect(move(qualify, close)).toMatchObject({
      isAllowed: true,
      direction: 'forward',
      problems: [],
    });
  });

  test('and named field by field when something is missing', () => {
    const rules = {
      ...freeRules,
      requiredFields: ['amount', 'contact', 'competitors', 'nextStep'],
    };
    const fields = { amount: 0, contact: ' \u3000', competitors: [] };
    expect(move(demo, quote, { rules, fields })).toMatchObject({
      isAllowed: false,
      canOverride: true,
      problems: [
        { code: 'missing_field', field: 'contact' },
        { code: 'missing_field', field: 'competitors' },
        { code: 'missing_field', field: 'nextStep' },
      ],
    });
  });

  test('and does not take an inherited property for a field', () => {
    const rules = { ...freeRules, requiredFields: ['constructor'] };
    expect(move(demo, quote, { rules }).problems).toHaveLength(1);
  });

  test('and lists every problem at once', () => {
    const rules: MoveRules = {
      requiredFields: ['amount'],
      allowedNext: ['demo'],
      backMoves: 'block',
      skips: 'block',
    };
    expect(move(qualify, close, { rules }).problems).toEqual([
      { code: 'missing_field', field: 'amount' },
      { code: 'stage_not_next', allowedNext: ['demo'] },
      { code: 'skip_blocked', skipped: 2 },
    ]);
    expect(move(close, demo, { rules, fields: { amount: 5 } }).problems).toEqual([
      { code: 'back_blocked' },
    ]);
  });

  test('and warns without refusing where the pipeline says so', () => {
    const rules: MoveRules = { ...freeRules, backMoves: 'warn', skips: 'warn' };
    expect(move(quote, demo, { rules })).toMatchObject({
      isAllowed: true,
      warnings: [{ code: 'back' }],
    });
    expect(move(qualify, quote, { rules }).warnings).toEqual([{ code: 'skip', skipped: 1 }]);
  });

  test('and passes with a written reason', () => {
    const rules = { ...freeRules, requiredFields: ['amount'] };
    expect(move(demo, quote, { rules, overrideReason: '客户要求先看方案' })).toMatchObject({
      isAllowed: true,
      problems: [{ code: 'missing_field', field: 'amount' }],
    });
    expect(move(demo, quote, { rules, overrideReason: ' ' }).isAllowed).toBe(false);
  });

  test('and a loss needs its reason, which nothing replaces', () => {
    expect(move(demo, lost)).toMatchObject({ isAllowed: false, canOverride: false });
    expect(move(demo, lost, { overrideReason: 'later' }).isAllowed).toBe(false);
    expect(move(demo, lost, { lossReason: '价格' }).isAllowed).toBe(true);
  });

  test('and closing or reopening is never out of turn', () => {
    const rules = { ...freeRules, allowedNext: ['demo'] };
    expect(move(qualify, won, { rules }).isAllowed).toBe(true);
    expect(move(lost, quote, { rules }).isAllowed).toBe(true);
  });

  test('and staying where it is asks for nothing', () => {
    const rules = { ...freeRules, requiredFields: ['amount'] };
    expect(move(demo, demo, { rules })).toMatchObject({ isAllowed: true, problems: [] });
  });
});
