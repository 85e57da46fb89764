import { describe, expect, test } from 'vitest';
import { createFormat } from '#shared/i18n/format.ts';
import { createTranslator } from '#shared/i18n/index.ts';

const zh = createFormat('zh-CN', 'CNY');
const en = createFormat('en', 'CNY');

test('amounts show minor units only where there are any, unless they are checked', () => {
  expect([1_280_000, 1_280_050].map(zh.money)).toEqual(['¥12,800', '¥12,800.50']);
  expect(zh.moneyExact(1_280_000)).toBe('¥12,800.00');
  expect(createFormat('en', 'JPY').money(500)).toBe('¥500');
  expect(createFormat('en', 'KWD').moneyExact(1500)).toBe('KWD\u00A01.500');
});

test.each([
  [0, '¥0', '¥0'],
  [980_000, '¥9,800', '¥9.8K'],
  [48_000_000, '¥48万', '¥480K'],
  [1_284_000_000, '¥1,280万', '¥12.8M'],
  [9_999_999_999, '¥1亿', '¥100M'],
  [12_500_000_000, '¥1.25亿', '¥125M'],
  [-34_500_000, '-¥34.5万', '-¥345K'],
])('%d fen are short in the units of each language', (minor, inChinese, inEnglish) => {
  expect(zh.moneyShort(minor)).toBe(inChinese);
  expect(en.moneyShort(minor)).toBe(inEnglish);
});

test('a change carries its sign and nothing changes without one', () => {
  expect([120_000_000, -3_000_000, 0].map(en.moneyChange)).toEqual(['+¥1.2M', '-¥30K', '¥0']);
});

describe('dates', () => {
  test('a calendar day is the same day in every time zone', () => {
    expect(zh.date('2026-11-24')).toBe('2026年11月24日');
    expect(en.date('2026-01-01')).toBe('Jan 1, 2026');
    expect(zh.dateWithWeekday('2026-11-24')).toBe('11月24日周二');
    expect(en.month('2026-11-24')).toBe('November 2026');
    expect([zh, en].map((one) => one.dateNarrow('2025-09-19'))).toEqual(['2025/9/19', '9/19/2025']);
    expect([zh, en].map((one) => one.dayOfOtherYear('2025-09-19'))).toEqual(['25/9/19', '9/19/25']);
  });

  test('days from today are said as people say them', () => {
    expect([-3, 0, 1].map(zh.relativeDays)).toEqual(['3天前', '今天', '明天']);
    expect([-1, 5].map(en.relativeDays)).toEqual(['yesterday', 'in 5 days']);
  });
});

test('shares and scores keep the digits asked for', () => {
  expect([zh.percent(0.625), zh.percent(0.625, 1), zh.basisPoints(6250)]).toEqual([
    '63%',
    '62.5%',
    '62.5%',
  ]);
  expect([en.score(3745), en.score(3745, 3)]).toEqual(['3.75', '3.745']);
});

test('a message formats what it is given', () => {
  const t = createTranslator('zh-CN', 'CNY');
  const text = t('common:figure.basis', { count: 12, shown: '12', on: '2026-11-24' });
  expect(text).toBe('共 12 条记录，截至2026年11月24日');
});
