import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that repeats: the same seed gives the same sample workspace on every machine. */
export type Dice = {
  /** A whole number, both ends included. */
  int(low: number, high: number): number;
  /** A fraction from `low` up to `high`. */
  between(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** The items in an order of chance. */
  shuffle<T>(items: readonly T[]): T[];
};

export function seededDice(seed: number): Dice {
  const generator = xoroshiro128plus(seed);
  const int = (low: number, high: number) => uniformInt(generator, low, high);
  const fraction = () => uniformFloat64(generator);
  return {
    int,
    between: (low, high) => low + (high - low) * fraction(),
    chance: (share) => fraction() < share,
    shuffle: (items) => {
      const rest = [...items];
      return items.flatMap(() => rest.splice(int(0, rest.length - 1), 1));
    },
    pick: (items) => {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new RangeError('Nothing to pick from');
      return item;
    },
  };
}
