import { weightedMinor } from '#shared/domain/money/money.ts';

/** A risk in money: minor units of one currency, basis points; null where nobody estimated it. */
export type EstimatedRisk = Readonly<{ probabilityBp: number | null; lossMinor: number | null }>;

export type TotalExpectedLoss = Readonly<{
  totalMinor: number;
  /** Risks behind the total; the others have no estimate, which is not 0. */
  estimatedCount: number;
}>;

/** The expected loss of all estimated risks, rounded once: two of 101 at 50 % → 101, not 51 + 51. */
export function totalExpectedLoss(risks: readonly EstimatedRisk[]): TotalExpectedLoss {
  const estimated = risks.flatMap(({ probabilityBp, lossMinor }) =>
    probabilityBp === null || lossMinor === null ? [] : [{ amountMinor: lossMinor, probabilityBp }],
  );
  return { totalMinor: weightedMinor(estimated), estimatedCount: estimated.length };
}
