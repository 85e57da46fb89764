import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectDecimalMark } from '#shared/domain/money/number-format.ts';
import { type AmountColumn, parseAmount } from '#shared/domain/money/parse-amount.ts';

const yuan: AmountColumn = { currency: 'CNY' };

function minor(cell: string | number, column: AmountColumn = yuan): number | string {
  const result = parseAmount(cell, column);
  return result.ok ? result.amountMinor : result.problem;
}

describe('an amount as people write it', () => {
  test.each([
    ['1,234.50', 123_450],
    ['1234.5', 123_450],
    ['0.005', 1],
    ['.5', 50],
    ['12.', 1_200],
    ['￥12万', 12_000_000],
    ['1.2亿', 12_000_000_000],
    ['1亿2,000万', 12_000_000_000],
    ['3千万元', 3_000_000_000],
    ['50w', 50_000_000],
    ['12.5K', 1_250_000],
    ['2.5m', 250_000_000],
    ['人民币 8万元整', 8_000_000],
    ['１，２３４．５０', 123_450],
    ['（５００）', -50_000],
    ['(500)', -50_000],
    ['-500', -50_000],
    ['−￥500', -50_000],
    ['¥ -500.00', -50_000],
    ['500-', -50_000],
    ['+7', 700],
    ["1'234'567.89", 123_456_789],
    ['1 234 567.89', 123_456_789],
    ['1\u00A0234', 123_400],
    ['12,3456,7890', 123_456_789_000],
    ['12,34,567', 123_456_700],
    ['1.2E+07', 1_200_000_000],
    ['1234元', 123_400],
  ])('%s is %i fen', (cell, expected) => {
    expect(minor(cell)).toBe(expected);
  });

  test.each([
    ['USD 3,000', 300_000, 'USD'],
    ['3,000 usd', 300_000, 'USD'],
    ['US$3,000', 300_000, 'USD'],
    ['$3,000', 300_000, 'USD'],
    ['5万美元', 5_000_000, 'USD'],
    ['HK$ 20', 2_000, 'HKD'],
    ['JPY 1,500', 1_500, 'JPY'],
    ['KWD 1.234', 1_234, 'KWD'],
    ['3KWD', 3_000, 'KWD'],
    ['€12.50', 1_250, 'EUR'],
  ])('%s names its currency', (cell, amountMinor, currency) => {
    expect(parseAmount(cell, yuan)).toMatchObject({ ok: true, amountMinor, currency });
  });

  test('a shared sign follows the default currency', () => {
    expect(parseAmount('¥500', { currency: 'JPY' })).toMatchObject({
      amountMinor: 500,
      currency: 'JPY',
    });
    expect(parseAmount('$5', { currency: 'SGD' })).toMatchObject({
      amountMinor: 500,
      currency: 'SGD',
    });
    expect(parseAmount('¥5', { currency: 'USD' })).toMatchObject({
      amountMinor: 500,
      currency: 'CNY',
    });
  });

  test.each([
    ['1.234,56', 123_456],
    ['1.234', 123_400],
    ['12,5', 1_250],
    ['1.234.567', 123_456_700],
    ['€ 1.234,56', 123_456],
  ])('%s is read with a decimal comma when told', (cell, expected) => {
    expect(minor(cell, { currency: 'EUR', decimalMark: ',' })).toBe(expected);
  });

  test('a number from a workbook keeps its decimal digits', () => {
    expect(minor(1234.5)).toBe(123_450);
    expect(minor(1.005)).toBe(101);
    expect(minor(-0.1)).toBe(-10);
    expect(minor(Number.NaN)).toBe('not_an_amount');
  });

  test('a heading in 万元 scales cells that name no unit', () => {
    const column = { currency: 'CNY', unitFactor: 10_000 };
    expect(minor('12.5', column)).toBe(12_500_000);
    expect(minor(12.5, column)).toBe(12_500_000);
    expect(minor('12.5万', column)).toBe(12_500_000);
    expect(minor('1亿', column)).toBe(10_000_000_000);
  });

  test('says when digits past the minor unit were rounded', () => {
    expect(parseAmount('0.30000000000000004', yuan)).toMatchObject({
      amountMinor: 30,
      isRounded: true,
    });
    expect(parseAmount('0.30', yuan)).toMatchObject({ amountMinor: 30, isRounded: false });
    expect(parseAmount('-0.5', { currency: 'JPY' })).toMatchObject({
      amountMinor: -1,
      isRounded: true,
    });
  });
});

describe('what is no amount', () => {
  test.each(['', ' ', '-', '--', 'N/A', '无', '暂无', '\u3000'])('%j is blank', (cell) => {
    expect(minor(cell)).toBe('blank');
  });

  test.each([
    'abc',
    '10-20万',
    '约12万',
    '3万5',
    '1万2亿',
    '2024-03-05',
    '12 apples',
    '--5',
    '(-5)',
    '5%5',
    '=1+1',
    '￥',
  ])('%j is refused', (cell) => {
    expect(minor(cell)).toBe('not_an_amount');
  });

  test.each(['1,23', '12,34.5', '1.2.3', '1,2345,678', '0,123'])(
    '%j has groups that do not fit',
    (cell) => {
      expect(minor(cell)).toBe('grouping');
    },
  );

  test('a percentage is named as one', () => {
    expect(minor('30 %')).toBe('percentage');
    expect(minor('３０％')).toBe('percentage');
  });

  test('two currencies in one cell are refused', () => {
    expect(minor('USD 5 元人民币')).toBe('not_an_amount');
    expect(minor('EUR 5 USD')).toBe('not_an_amount');
  });

  test('an amount past a hundred billion is refused', () => {
    expect(minor('1000亿')).toBe(10_000_000_000_000);
    expect(minor('1000亿1元')).toBe('not_an_amount');
    expect(minor('100,000,000,000.01')).toBe('too_large');
    expect(minor('-9e99')).toBe('too_large');
  });
});

describe('reading back', () => {
  const grouped = (digits: string, mark: string) => digits.replace(/\B(?=(\d{3})+$)/g, mark);

  test('every amount is read back from either notation', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.boolean(), (amount, isComma) => {
        const text = String(Math.abs(amount)).padStart(3, '0');
        const [group, point] = isComma ? ['.', ','] : [',', '.'];
        const written = `${amount < 0 ? '-' : ''}${grouped(text.slice(0, -2), group)}${point}${text.slice(-2)}`;
        expect(minor(written, { currency: 'CNY', decimalMark: point as '.' | ',' })).toBe(amount);
      }),
    );
  });

  test('any text gives an answer and never an unsafe number', () => {
    const unit = fc.constantFrom(...'0123456789.,-+()¥$ 万亿kMe元%USDx');
    fc.assert(
      fc.property(fc.string({ unit }), (cell) => {
        const result = parseAmount(cell, yuan);
        if (result.ok) expect(Number.isSafeInteger(result.amountMinor)).toBe(true);
        else expect(result.problem).toBeTypeOf('string');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the decimal mark of a column', () => {
  test.each([
    [['1.234,50', '12,5', '7'], ',', 'certain'],
    [['1,234.50', '12.5', ''], '.', 'certain'],
    [['1,234', '12', '2,000'], '.', 'default'],
    [['1.234', '2.000'], '.', 'ambiguous'],
    [['0.500'], '.', 'certain'],
    [['1.234.567', '1.234'], ',', 'certain'],
    [['1.234,50', '1,234.50', '5.5'], '.', 'mixed'],
    [['€ 1.234,56', '12万'], ',', 'certain'],
    [['abc', '-'], '.', 'default'],
  ])('of %j is %s, %s', (samples, mark, status) => {
    expect(detectDecimalMark(samples)).toMatchObject({ mark, status });
  });
});
