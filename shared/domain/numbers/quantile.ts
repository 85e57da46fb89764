/**
 * The quantile of a sample, type 7 (linear between order statistics, as in R and spreadsheets):
 * 12, 18, 25, 31, 33, 40, 47, 52, 60, 75, 90, 121 at 0.75 → 63.75. Null for an empty sample.
 */
export function quantile(sample: readonly number[], share: number): number | null {
  return sortedQuantile(
    sample.toSorted((a, b) => a - b),
    share,
  );
}

/** As `quantile`, for a sample already in ascending order. */
export function sortedQuantile(sorted: readonly number[], share: number): number | null {
  const position = (sorted.length - 1) * Math.min(1, Math.max(0, share));
  const low = sorted[Math.floor(position)];
  const high = sorted[Math.ceil(position)];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (position - Math.floor(position));
}

/** The middle of a sample: 3, 1, 2 → 2. Null for an empty one. */
export function median(sample: readonly number[]): number | null {
  return quantile(sample, 0.5);
}
