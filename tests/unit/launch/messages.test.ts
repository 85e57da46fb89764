import { expect, test } from 'vitest';
import en from '#shared/i18n/en/launch.json' with { type: 'json' };
import zhCN from '#shared/i18n/zh-CN/launch.json' with { type: 'json' };

const valuesIn = (text: string): string[] => text.match(/{{\w+}}/g) ?? [];

test('both languages say the same things', () => {
  expect(Object.keys(zhCN)).toEqual(Object.keys(en));
});

test.each(Object.keys(en) as (keyof typeof en)[])('%s names no value that is not given', (key) => {
  const given = valuesIn(en[key]);
  expect(valuesIn(zhCN[key]).filter((value) => !given.includes(value))).toEqual([]);
});
