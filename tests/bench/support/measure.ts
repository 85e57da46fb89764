/** The middle of some samples. */
export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  if (low === undefined || high === undefined) throw new Error('Nothing was measured');
  return (low + high) / 2;
}

/** Milliseconds that some work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export type Pair = { value: () => unknown; limit: () => unknown };

/**
 * Medians of a value and its limit. The two take turns, so that both see the same machine; the
 * first two turns warm up and do not count.
 */
export async function timedPair(
  runs: number,
  { value, limit }: Pair,
): Promise<{ value: number; limit: number }> {
  const samples: { value: number; limit: number }[] = [];
  for (let run = -warmUps; run < runs; run += 1) {
    const sample = { value: await timed(value), limit: await timed(limit) };
    if (run >= 0) samples.push(sample);
  }
  return {
    value: median(samples.map((sample) => sample.value)),
    limit: median(samples.map((sample) => sample.limit)),
  };
}

const warmUps = 2;
