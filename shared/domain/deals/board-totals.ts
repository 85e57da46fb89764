import type { CurrencyCode } from '#shared/domain/money/currency.ts';
import { convertExact, type ExchangeRate, sumMinor } from '#shared/domain/money/money.ts';
import { type Rational, rational, sum, toScaled, ZERO } from '#shared/domain/numbers/rational.ts';

/** Exact sums over deals of one currency, as SQL or `sumByCurrency` gives them. */
export type CurrencySum = Readonly<{
  currency: CurrencyCode;
  count: number;
  /** Deals among them that have no amount yet. */
  unpricedCount: number;
  sumMinor: number;
  /** Σ amount × probability in minor units times basis points, not yet divided by 10,000. */
  weightedBp: bigint;
}>;

/** The head of a board column, in the currency of the workspace. */
export type BoardTotals = Readonly<{
  count: number;
  sumMinor: number;
  weightedMinor: number;
  unpricedCount: number;
  /** Deals left out of the sums because no rate is known for their currency. */
  unconvertedCount: number;
}>;

export type PricedDeal = Readonly<{
  amountMinor: number | null;
  currency: CurrencyCode;
  probabilityBp: number;
}>;

/** The sums of deals, one row a currency: what the board's SQL must equal. */
export function sumByCurrency(deals: readonly PricedDeal[]): CurrencySum[] {
  const groups = Map.groupBy(deals, ({ currency }) => currency);
  return [...groups].map(([currency, group]) => ({
    currency,
    count: group.length,
    unpricedCount: group.filter(({ amountMinor }) => amountMinor === null).length,
    sumMinor: sumMinor(group.map(({ amountMinor }) => amountMinor ?? 0)),
    weightedBp: group.reduce(
      (total, deal) => total + BigInt(deal.amountMinor ?? 0) * BigInt(deal.probabilityBp),
      0n,
    ),
  }));
}

/**
 * Count, sum and weighted sum of a column. A currency without a rate is counted, never taken one to
 * one. Everything is added up exactly and rounded once, so that no deal's rounding adds up.
 */
export function boardTotals(
  sums: readonly CurrencySum[],
  currency: CurrencyCode,
  rates: readonly ExchangeRate[],
): BoardTotals {
  const inBase = (exact: Rational, from: CurrencyCode): Rational | null => {
    if (from === currency) return exact;
    const rate = rates.find((candidate) => candidate.from === from && candidate.to === currency);
    return rate ? convertExact(exact, from, rate) : null;
  };
  const rows = sums.map((row) => ({
    ...row,
    total: inBase(rational(row.sumMinor), row.currency),
    weighted: inBase(rational(row.weightedBp, 10_000n), row.currency),
  }));
  const unconverted = rows.filter(({ total }) => total === null);
  return {
    count: sumMinor(rows.map(({ count }) => count)),
    sumMinor: toScaled(sum(rows.map(({ total }) => total ?? ZERO)), 0),
    weightedMinor: toScaled(sum(rows.map(({ weighted }) => weighted ?? ZERO)), 0),
    unpricedCount: sumMinor(rows.map(({ unpricedCount }) => unpricedCount)),
    unconvertedCount: sumMinor(unconverted.map(({ count }) => count)),
  };
}
