import { describe, expect, test } from 'vitest';
import { nameHider, shortCompanyName } from '#shared/domain/documents/hide-names.ts';

const account = (text: string, id = text) => ({ text, kind: 'account', id }) as const;
const hide = (text: string, ...names: string[]) =>
  nameHider(
    names.map((name) => account(name)),
    () => '客户',
  )(text);

describe('names', () => {
  test.each([
    ['信达的采购总监', ['信达'], '客户的采购总监'],
    ['客户Acme的二期', ['Acme'], '客户客户的二期'],
    ['ACME and  acme', ['Acme'], '客户 and  客户'],
    ['Blue\nSky 二期', ['Blue Sky'], '客户 二期'],
    ['Annual review with Ann', ['Ann'], 'Annual review with 客户'],
    ['信达科技与信达', ['信达', '信达科技'], '客户与客户'],
    ['C++ (上海) 的报价', ['C++ (上海)'], '客户 的报价'],
    ['没有提到谁', ['信达'], '没有提到谁'],
    ['一个字也不换', ['一'], '一个字也不换'],
  ])('in %j are replaced, those of %j', (text, names, expected) => {
    expect(hide(text, ...names)).toBe(expected);
  });

  test('say whose they are', () => {
    const names = [account('信达', 'a'), { text: '二期', kind: 'deal', id: 'd' } as const];
    expect(nameHider(names, ({ kind, id }) => `<${kind} ${id}>`)('信达二期')).toBe(
      '<account a><deal d>',
    );
  });
});

test('a company is also called without its legal form', () => {
  expect(shortCompanyName('信达科技有限公司')).toBe('信达科技');
  expect(shortCompanyName('Blue Sky Ltd.')).toBe('Blue Sky');
  expect(shortCompanyName('信达')).toBeNull();
});
