import { divideRounded, toSafeInteger } from './round.ts';

/** A share that keeps its counts, so that a screen can always say "7 of 9". */
export type Ratio = Readonly<{
  part: number;
  whole: number;
  /** Basis points, half away from zero; null when the whole is 0, since no share is known. */
  bp: number | null;
}>;

/** The share of whole numbers: 7 of 9 → 7,778 bp. */
export function ratioOf(part: number, whole: number): Ratio {
  if (whole === 0) return { part, whole, bp: null };
  const [top, bottom] = whole < 0 ? [-part, -whole] : [part, whole];
  return { part, whole, bp: toSafeInteger(divideRounded(BigInt(top) * 10_000n, BigInt(bottom))) };
}
