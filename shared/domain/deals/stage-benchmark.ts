import { sortedQuantile } from '#shared/domain/numbers/quantile.ts';

/** How long deals have stood in one stage before, in days. */
export type StageBenchmark = Readonly<{
  /** Won deals that passed through the stage. */
  n: number;
  medianDays: number | null;
  p75Days: number | null;
  p90Days: number | null;
  /** The longest stay of any deal that was closed, won or lost. */
  longestDays: number | null;
}>;

/** The benchmark of a stage from the days that won and lost deals stood in it. */
export function stageBenchmark(
  wonDays: readonly number[],
  lostDays: readonly number[],
): StageBenchmark {
  const sorted = wonDays.toSorted((a, b) => a - b);
  const longestDays = [...wonDays, ...lostDays].reduce<number | null>(
    (longest, days) => (longest === null || days > longest ? days : longest),
    null,
  );
  return {
    n: sorted.length,
    medianDays: sortedQuantile(sorted, 0.5),
    p75Days: sortedQuantile(sorted, 0.75),
    p90Days: sortedQuantile(sorted, 0.9),
    longestDays,
  };
}
