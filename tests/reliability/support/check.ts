/** What one check measured; empty breaches mean that the promise held. */
export type CheckReport = {
  figures: Readonly<Record<string, number | string>>;
  breaches: readonly string[];
};

export type CheckOptions = { runs: number; seed: number };

export type Check = {
  /** The promise in reliability.md and what one run is. */
  about: string;
  /** Runs of the command line unless told otherwise. */
  runs: number;
  run(options: CheckOptions): Promise<CheckReport>;
};

/** Collects what went wrong, so that one breach does not hide the next. */
export function breachList() {
  const breaches: string[] = [];
  return {
    breaches,
    /** Notes a breach unless the promise held. */
    expect(isKept: boolean, breach: string): void {
      if (!isKept) breaches.push(breach);
    },
  };
}
