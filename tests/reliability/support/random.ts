/** A stream of numbers that repeats for the same seed. */
export type Random = {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** @throws for an empty list */
  pick<T>(values: readonly T[]): T;
  /** True once in `times`. */
  oneIn(times: number): boolean;
};

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick(values) {
      const index = below(values.length);
      if (!(index in values)) throw new Error('Nothing to pick from');
      return values[index] as (typeof values)[number]; // The index was checked above.
    },
    oneIn: (times) => below(times) === 0,
  };
}
