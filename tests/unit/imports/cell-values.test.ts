import { describe, expect, test } from 'vitest';
import { detectProbabilityScale, parseProbability } from '#shared/domain/imports/probability.ts';
import { activityKindOf, flagOf, stageKindOf } from '#shared/domain/imports/value-words.ts';

function bp(cell: string | number, scale: 'percent' | 'fraction' = 'percent') {
  const result = parseProbability(cell, scale);
  return result.ok ? result.probabilityBp : result.problem;
}

describe('a probability', () => {
  test.each([
    ['30', 3000],
    ['30%', 3000],
    ['３０ ％', 3000],
    ['33.33%', 3333],
    ['0', 0],
    [100, 10_000],
    [12.345, 1235],
    ['', 'blank'],
    ['N/A', 'blank'],
    ['高', 'not_a_probability'],
    ['101', 'out_of_range'],
    ['-1', 'out_of_range'],
  ])('%j among percentages is %s', (cell, expected) => {
    expect(bp(cell)).toBe(expected);
  });

  test('among shares is a share, unless a sign says otherwise', () => {
    expect(bp('0.455', 'fraction')).toBe(4550);
    expect(bp(1, 'fraction')).toBe(10_000);
    expect(bp('50%', 'fraction')).toBe(5000);
    expect(bp(30, 'fraction')).toBe('out_of_range');
  });

  test.each([
    [['0.3', '0.75', ''], 'fraction'],
    [['30', '75'], 'percent'],
    [['0.5', '30'], 'percent'],
    [[0, 1, 1], 'fraction'],
    [['30%', '100%'], 'percent'],
    [['30%', '0.5'], 'fraction'],
    [[], 'percent'],
  ] as const)('column %j is written in %s', (samples, scale) => {
    expect(detectProbabilityScale(samples)).toBe(scale);
  });
});

describe('words in cells', () => {
  test.each([
    ['Closed Won', 'won'],
    ['Won', 'won'],
    ['赢单', 'won'],
    ['成功', 'won'],
    ['Closed Lost', 'lost'],
    ['输单关闭', 'lost'],
    ['失败', 'lost'],
    ['Prospecting', 'open'],
    ['Engaging', 'open'],
    ['未成交', 'open'],
    ['即将成交', 'open'],
    ['谈判', 'open'],
    ['Wonderland demo', 'open'],
  ])('stage %s is %s', (name, kind) => {
    expect(stageKindOf(name)).toBe(kind);
  });

  test.each([
    ['电话', 'call'],
    ['电话拜访', 'call'],
    ['上门拜访', 'visit'],
    ['微信沟通', 'wechat'],
    ['E-mail', 'email'],
    ['Email', 'email'],
    ['视频会议', 'meeting'],
    ['Demo', 'meeting'],
    ['Task', 'task'],
    ['其他', 'note'],
    ['Zzz', null],
    ['', null],
  ])('activity %j is %s', (word, kind) => {
    expect(activityKindOf(word)).toBe(kind);
  });

  test.each([
    ['在职', true],
    ['TRUE', true],
    ['已完成', true],
    ['1', true],
    ['否', false],
    ['离职', false],
    ['Planned', false],
    ['maybe', null],
    ['', null],
  ])('flag %j is %s', (word, flag) => {
    expect(flagOf(word)).toBe(flag);
  });
});
