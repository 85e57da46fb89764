import { expect, test } from 'vitest';
import { coachingWords } from '#shared/i18n/coaching-words.ts';

const lost = {
  dealId: '1',
  name: '信达二期',
  changes: [{ kind: 'lost', amountMinor: 52_400_000 }],
  pushes: 0,
} as const;

test('why a deal was lost is said in words, as it came where it was imported', () => {
  const words = (lossReason: string) =>
    coachingWords('zh-CN', 'CNY').move({ ...lost, changes: [...lost.changes], lossReason });
  expect(words('no_budget')).toBe('输单 ¥52.4万，客户没有预算');
  expect(words('客户自研')).toBe('输单 ¥52.4万，客户自研');
});

test('an amount that changed by less than its short form shows is written in full', () => {
  const { change } = coachingWords('en', 'USD');
  const amount = (fromMinor: number, toMinor: number) =>
    change({ kind: 'amount', fromMinor, toMinor });
  expect(amount(198_000_000, 198_200_000)).toContain('$1,980,000 → $1,982,000');
  expect(amount(198_000_000, 210_000_000)).toContain('$1.98M → $2.1M');
});
