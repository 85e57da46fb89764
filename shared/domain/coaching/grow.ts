import { isBlank } from '#shared/domain/text/blank.ts';

/** A way forward that was named in the session. */
export type GrowOption = Readonly<{
  text: string;
  /** 1–5; null while not scored. */
  impact: number | null;
  feasibility: number | null;
}>;

/** Judging starts only with so many ways on the table, so that the first idea does not win by default. */
export const OPTIONS_BEFORE_SCORING = 3;

const RAISE_UP_TO = 7;

export function canScoreOptions(options: readonly GrowOption[]): boolean {
  return options.filter(({ text }) => !isBlank(text)).length >= OPTIONS_BEFORE_SCORING;
}

/** 2 × impact + feasibility, 3 to 15, a hint for sorting only: 4 and 3 → 11. Null while not scored. */
export function optionRankHint({ impact, feasibility }: GrowOption): number | null {
  return impact === null || feasibility === null ? null : 2 * impact + feasibility;
}

/** A commitment of 7 or less asks what would make it a 10. */
export function asksHowToRaise(commitment: number | null): boolean {
  return commitment !== null && commitment <= RAISE_UP_TO;
}
