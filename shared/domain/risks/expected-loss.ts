import { weightedMinor } from '#shared/domain/money/money.ts';
import {
  type Chance,
  chanceAtLeast,
  independentLaw,
  lawQuantile,
} from '#shared/domain/numbers/independent-law.ts';

/** A risk in money: minor units of one currency, basis points; null where nobody estimated it. */
export type EstimatedRisk = Readonly<{ probabilityBp: number | null; lossMinor: number | null }>;

export type TotalExpectedLoss = Readonly<{
  totalMinor: number;
  /** Risks behind the total; the others have no estimate, which is not 0. */
  estimatedCount: number;
}>;

export type LossCurve = Readonly<{
  p50Minor: number;
  p80Minor: number;
  p90Minor: number;
  p95Minor: number;
  /** The chance that no loss happens, 0 to 1. */
  noLossChance: number;
}>;

function chancesOf(risks: readonly EstimatedRisk[]): Chance[] {
  return risks.flatMap(({ probabilityBp, lossMinor }) =>
    probabilityBp === null || lossMinor === null ? [] : [{ amountMinor: lossMinor, probabilityBp }],
  );
}

/** The expected loss of all estimated risks, rounded once: two of 101 at 50 % → 101, not 51 + 51. */
export function totalExpectedLoss(risks: readonly EstimatedRisk[]): TotalExpectedLoss {
  const chances = chancesOf(risks);
  return { totalMinor: weightedMinor(chances), estimatedCount: chances.length };
}

/**
 * The exact law of the total loss, were the risks independent: 500,000 at 40 %, 120,000 at 30 %,
 * 900,000 at 10 % and 40,000 at 60 % → P50 160,000, P90 660,000, no loss at 15.12 %. Null where there
 * are too many different totals to list.
 */
export function lossCurve(risks: readonly EstimatedRisk[]): LossCurve | null {
  const law = independentLaw(chancesOf(risks));
  if (!law) return null;
  return {
    p50Minor: lawQuantile(law, 5_000),
    p80Minor: lawQuantile(law, 8_000),
    p90Minor: lawQuantile(law, 9_000),
    p95Minor: lawQuantile(law, 9_500),
    noLossChance: 1 - chanceAtLeast(law, 1),
  };
}
