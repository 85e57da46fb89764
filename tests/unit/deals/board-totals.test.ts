import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardTotals, type PricedDeal, sumByCurrency } from '#shared/domain/deals/board-totals.ts';

const rates = [{ from: 'USD', to: 'CNY', rate: '7.1' }];

function deal(amountMinor: number | null, probabilityBp = 5000, currency = 'CNY'): PricedDeal {
  return { amountMinor, probabilityBp, currency };
}

function totals(deals: PricedDeal[]) {
  return boardTotals(sumByCurrency(deals), 'CNY', rates);
}

describe('the head of a board column', () => {
  test('shows count, sum and a weighted sum rounded once', () => {
    expect(totals([deal(101), deal(101)])).toEqual({
      count: 2,
      sumMinor: 202,
      weightedMinor: 101,
      unpricedCount: 0,
      unconvertedCount: 0,
    });
  });

  test('counts deals without an amount and adds nothing for them', () => {
    expect(totals([deal(null), deal(100)])).toMatchObject({
      count: 2,
      sumMinor: 100,
      unpricedCount: 1,
    });
  });

  test('converts other currencies and names those without a rate', () => {
    const mixed = [
      deal(100),
      deal(1_000, 5000, 'USD'),
      deal(9_999, 5000, 'EUR'),
      deal(1, 0, 'EUR'),
    ];
    expect(totals(mixed)).toMatchObject({
      count: 4,
      sumMinor: 7_200,
      weightedMinor: 3_600,
      unconvertedCount: 2,
    });
  });

  test('of an empty column is zero', () => {
    expect(totals([])).toMatchObject({ count: 0, sumMinor: 0, weightedMinor: 0 });
  });

  test('converts a sum once, not deal by deal', () => {
    const cents = Array.from({ length: 10 }, () => deal(1, 10_000, 'USD'));
    expect(totals(cents)).toMatchObject({ sumMinor: 71, weightedMinor: 71 });
  });

  test('rounds a weighted sum once, after conversion', () => {
    // 0.5 cents at 7.1 are 3.55 fen; rounded twice they would be 7.
    expect(totals([deal(1, 5000, 'USD')])).toMatchObject({ sumMinor: 7, weightedMinor: 4 });
  });

  test('of one currency equals the sum of its parts', () => {
    const anyDeal = fc
      .tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 10_000 }))
      .map(([amount, probability]) => deal(amount, probability));
    fc.assert(
      fc.property(fc.array(anyDeal), fc.array(anyDeal), (left, right) => {
        const whole = totals([...left, ...right]);
        expect(whole.sumMinor).toBe(totals(left).sumMinor + totals(right).sumMinor);
        const parts = totals(left).weightedMinor + totals(right).weightedMinor;
        expect(Math.abs(whole.weightedMinor - parts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
