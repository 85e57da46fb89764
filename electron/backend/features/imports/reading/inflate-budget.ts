import { FileProblem } from './file-problem.ts';

export type InflateLimits = {
  /** Bytes of all parts together, after inflating. */
  inflatedBytes: number;
  /** Inflated size over packed size of one part. */
  ratio: number;
  milliseconds: number;
};

export const inflateLimits: InflateLimits = {
  inflatedBytes: 200 * 1024 * 1024,
  ratio: 100,
  milliseconds: 20_000,
};

/** A small part may pack well by chance; below this many bytes its ratio says nothing. */
const ratioMatters = 1024 * 1024;

/** What unpacking one workbook may cost. @throws FileProblem too_big when it costs more */
export class InflateBudget {
  readonly #limits: InflateLimits;
  readonly #clock: () => number;
  readonly #startedAt: number;
  #inflated = 0;

  constructor(
    limits: InflateLimits = inflateLimits,
    clock: () => number = () => performance.now(),
  ) {
    this.#limits = limits;
    this.#clock = clock;
    this.#startedAt = clock();
  }

  /** Bytes that came out so far, of all parts. */
  get inflatedBytes(): number {
    return this.#inflated;
  }

  /** Counts bytes of a part of which `packed` bytes have been read and `inflated` came out. */
  take(bytes: number, part: { packed: number; inflated: number }): void {
    this.#inflated += bytes;
    const isBomb = part.inflated > ratioMatters && part.inflated > part.packed * this.#limits.ratio;
    if (isBomb || this.#inflated > this.#limits.inflatedBytes) throw new FileProblem('too_big');
    this.checkTime();
  }

  checkTime(): void {
    if (this.#clock() - this.#startedAt > this.#limits.milliseconds) {
      throw new FileProblem('too_big');
    }
  }
}
