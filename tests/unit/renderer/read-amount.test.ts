import { expect, test } from 'vitest';
import { readAmount } from '#renderer/components/fields/read-amount.ts';

test.each([
  ['120万', 120_000_000],
  ['1.2m', 120_000_000],
  ['1,200,000', 120_000_000],
  ['１２３', 12_300],
  ['¥95万', 95_000_000],
  ['0', 0],
  ['', null],
  ['  ', null],
])('%s is read as people mean it', (text, amountMinor) => {
  expect(readAmount(text, 'CNY')).toBe(amountMinor);
});

test.each(['-500', '1.2.3', '1e30', 'abc', '12 USD', '15%'])('%s is no amount to save', (text) => {
  expect(readAmount(text, 'CNY')).toBeUndefined();
});
