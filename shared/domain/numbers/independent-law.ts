import { rational, toFixedText } from './rational.ts';
import { toSafeInteger } from './round.ts';

/** An amount that is gained (or lost) whole, with a probability in basis points. */
export type Chance = Readonly<{ amountMinor: number; probabilityBp: number }>;

/** The exact law of the sum of independent chances, ascending by total. */
export type IndependentLaw = Readonly<{
  /** Distinct totals in minor units with weights that sum to `scale`. */
  outcomes: ReadonlyArray<Readonly<{ totalMinor: number; weight: bigint }>>;
  scale: bigint;
}>;

/** Past this many distinct totals the exact law costs more than it tells. */
export const MAX_OUTCOMES = 65_536;

const BASE = 10_000n;

function withChance(law: Map<number, bigint>, chance: Chance): Map<number, bigint> {
  const happens = BigInt(chance.probabilityBp);
  const next = new Map<number, bigint>();
  const put = (total: number, weight: bigint) => {
    if (weight > 0n) next.set(total, (next.get(total) ?? 0n) + weight);
  };
  for (const [total, weight] of law) {
    put(total, weight * (BASE - happens));
    put(toSafeInteger(BigInt(total) + BigInt(chance.amountMinor)), weight * happens);
  }
  return next;
}

/** Convolution in whole numbers, so that no boundary of the law is blurred; null past MAX_OUTCOMES. */
export function independentLaw(chances: readonly Chance[]): IndependentLaw | null {
  let law = new Map<number, bigint>([[0, 1n]]);
  for (const chance of chances) {
    law = withChance(law, chance);
    if (law.size > MAX_OUTCOMES) return null;
  }
  const outcomes = [...law]
    .map(([totalMinor, weight]) => ({ totalMinor, weight }))
    .sort((a, b) => a.totalMinor - b.totalMinor);
  return { outcomes, scale: BASE ** BigInt(chances.length) };
}

/** The smallest total whose cumulative probability reaches `shareBp`: 9,000 → P90. */
export function lawQuantile(law: IndependentLaw, shareBp: number): number {
  const needed = BigInt(shareBp) * law.scale;
  let reached = 0n;
  for (const { totalMinor, weight } of law.outcomes) {
    reached += weight * BASE;
    if (reached >= needed) return totalMinor;
  }
  return law.outcomes.at(-1)?.totalMinor ?? 0;
}

/** The chance that the total is at least `totalMinor`, 0 to 1. */
export function chanceAtLeast(law: IndependentLaw, totalMinor: number): number {
  let weight = 0n;
  for (const outcome of law.outcomes)
    if (outcome.totalMinor >= totalMinor) weight += outcome.weight;
  return Number(toFixedText(rational(weight, law.scale), 12));
}
