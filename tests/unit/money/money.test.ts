import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CURRENCY_CODES,
  currencyFromSign,
  isCurrencyCode,
  minorDigits,
} from '#shared/domain/money/currency.ts';
import {
  convertMoney,
  sumMinor,
  toDecimalText,
  weightedMinor,
} from '#shared/domain/money/money.ts';
import { parseAmount } from '#shared/domain/money/parse-amount.ts';

const deal = fc.record({
  amountMinor: fc.integer({ min: -1e12, max: 1e12 }),
  probabilityBp: fc.integer({ min: 0, max: 10_000 }),
});

describe('currencies', () => {
  test('have the minor digits of ISO 4217', () => {
    expect(['CNY', 'JPY', 'KWD', 'USD', 'KRW', 'HUF', 'TWD'].map(minorDigits)).toEqual([
      2, 0, 3, 2, 0, 2, 2,
    ]);
  });

  test('are known to the platform, which shows no more digits than they have', () => {
    const known = new Set(Intl.supportedValuesOf('currency'));
    for (const currency of CURRENCY_CODES.filter((code) => known.has(code))) {
      const format = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
      // The platform follows everyday use and drops the minor unit of a few, such as HUF.
      const isShort = format.maximumFractionDigits === 0;
      if (!isShort) expect(minorDigits(currency)).toBe(format.maximumFractionDigits);
    }
    expect(CURRENCY_CODES.filter((code) => known.has(code)).length).toBeGreaterThan(140);
  });

  test('unknown ones are refused', () => {
    expect(isCurrencyCode('RMB')).toBe(false);
    expect(isCurrencyCode('cny')).toBe(false);
    expect(() => minorDigits('XXX')).toThrow(RangeError);
  });

  test('are known by sign, word and code', () => {
    expect(
      ['￥', 'rmb', '港币', 'nt$', 'eur'].map((sign) => currencyFromSign(sign, 'CNY')),
    ).toEqual(['CNY', 'CNY', 'HKD', 'TWD', 'EUR']);
    expect(currencyFromSign('贝壳', 'CNY')).toBeNull();
  });
});

describe('weighted sums', () => {
  test('two deals of 101 at 50 % weigh 101', () => {
    const half = { amountMinor: 101, probabilityBp: 5000 };
    expect(weightedMinor([half, half])).toBe(101);
    expect(weightedMinor([half])).toBe(51);
    expect(weightedMinor([{ ...half, amountMinor: -101 }])).toBe(-51);
  });

  test('the published pipeline weighs 98,800', () => {
    const deals = [
      [12_000, 9000],
      [45_000, 6000],
      [8_000, 2500],
      [30_000, 4000],
      [20_000, 1000],
      [60_000, 7500],
    ].map(([amountMinor = 0, probabilityBp = 0]) => ({ amountMinor, probabilityBp }));
    expect(weightedMinor(deals)).toBe(98_800);
    expect(sumMinor(deals.map(({ amountMinor }) => amountMinor))).toBe(175_000);
  });

  test('do not depend on order and stay within half a unit of the truth', () => {
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 50 }), (deals) => {
        const weighted = weightedMinor(deals);
        expect(weightedMinor(deals.toReversed())).toBe(weighted);
        const exact = deals.reduce(
          (total, d) => total + BigInt(d.amountMinor) * BigInt(d.probabilityBp),
          0n,
        );
        const error = BigInt(weighted) * 10_000n - exact;
        expect(error <= 5_000n && error >= -5_000n).toBe(true);
      }),
    );
  });

  test('certain deals weigh their sum', () => {
    fc.assert(
      fc.property(fc.array(deal), (deals) => {
        const certain = deals.map((d) => ({ ...d, probabilityBp: 10_000 }));
        expect(weightedMinor(certain)).toBe(sumMinor(deals.map((d) => d.amountMinor)));
      }),
    );
  });

  test('a sum past the exact range is refused, not blurred', () => {
    expect(() => sumMinor([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });
});

describe('conversion', () => {
  test('rounds once into the minor unit of the other currency', () => {
    const dollars = { amountMinor: 10_001, currency: 'USD' };
    expect(convertMoney(dollars, { from: 'USD', to: 'CNY', rate: '7.1' })).toEqual({
      amountMinor: 71_007,
      currency: 'CNY',
    });
    expect(convertMoney(dollars, { from: 'USD', to: 'JPY', rate: 149.5 })?.amountMinor).toBe(
      14_951,
    );
    expect(convertMoney(dollars, { from: 'USD', to: 'KWD', rate: '0.3' })?.amountMinor).toBe(
      30_003,
    );
  });

  test('never takes a missing rate for one to one', () => {
    const dollars = { amountMinor: 100, currency: 'USD' };
    expect(convertMoney(dollars, { from: 'EUR', to: 'CNY', rate: '7.8' })).toBeNull();
    expect(convertMoney(dollars, { from: 'USD', to: 'CNY', rate: '0' })).toBeNull();
    expect(convertMoney(dollars, { from: 'USD', to: 'CNY', rate: '' })).toBeNull();
    expect(convertMoney(dollars, { from: 'EUR', to: 'USD', rate: '2' })).toEqual(dollars);
  });
});

describe('plain decimal text', () => {
  test('has the digits of its currency', () => {
    expect(toDecimalText({ amountMinor: 123_456, currency: 'CNY' })).toBe('1234.56');
    expect(toDecimalText({ amountMinor: -5, currency: 'CNY' })).toBe('-0.05');
    expect(toDecimalText({ amountMinor: 500, currency: 'JPY' })).toBe('500');
    expect(toDecimalText({ amountMinor: 1, currency: 'KWD' })).toBe('0.001');
  });

  test('is read back as the same money', () => {
    const money = fc.record({
      amountMinor: fc.integer({ min: -1e13, max: 1e13 }),
      currency: fc.constantFrom(...CURRENCY_CODES),
    });
    fc.assert(
      fc.property(money, (value) => {
        expect(parseAmount(toDecimalText(value), { currency: value.currency })).toMatchObject(
          value,
        );
      }),
    );
  });
});
