import {
  divide,
  multiply,
  type Rational,
  rational,
  sum,
  toFixedText,
  toFractionText,
  toScaled,
} from '#shared/domain/numbers/rational.ts';

/** An exact figure in the forms that screens and paper show. */
export type Figure = Readonly<{
  /** '533/160'. */
  fraction: string;
  /** Four places: '3.3313'. */
  fixed: string;
  /** Thousandths, for sorting only: 3,331. */
  milli: number;
}>;

/** A value with the weight it carries. */
export type Term = Readonly<{ weightBp: number; value: Rational }>;

export function figure(value: Rational): Figure {
  return {
    fraction: toFractionText(value),
    fixed: toFixedText(value, 4),
    milli: toScaled(value, 3),
  };
}

export function figureOrNull(value: Rational | null): Figure | null {
  return value && figure(value);
}

/** Weights in percent keep the printed sum short: 50, not 5,000. */
export function weighted({ weightBp, value }: Term): Rational {
  return multiply(rational(weightBp, 100), value);
}

/** Σ(w·x) ÷ Σw, or null where no weight is left. */
export function weightedMean(terms: readonly Term[]): Rational | null {
  const weightBp = terms.reduce((total, term) => total + term.weightBp, 0);
  return weightBp === 0 ? null : divide(sum(terms.map(weighted)), rational(weightBp, 100));
}
