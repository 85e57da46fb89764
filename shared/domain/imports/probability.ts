import {
  multiply,
  type Rational,
  rational,
  rationalFromDecimal,
  toScaled,
} from '#shared/domain/numbers/rational.ts';
import { isBlankCell } from '#shared/domain/text/blank.ts';

/** 30 means 30 % (`percent`) or 0.3 does (`fraction`). A percent sign in a cell overrules it. */
export type ProbabilityScale = 'percent' | 'fraction';

export type ProbabilityResult =
  | Readonly<{ ok: true; probabilityBp: number }>
  | Readonly<{ ok: false; problem: 'blank' | 'not_a_probability' | 'out_of_range' }>;

type Reading = Readonly<{ value: Rational; hasSign: boolean }>;

function readCell(cell: string | number): Reading | null {
  const text = String(cell).normalize('NFKC').replace(/\s/g, '');
  const hasSign = text.endsWith('%');
  const value = rationalFromDecimal(hasSign ? text.slice(0, -1) : text);
  return value && { value, hasSign };
}

/**
 * The scale of a probability column: ['0.3', '0.75'] → fraction, ['30', '75'] → percent. Values that
 * are all 0 or 1 are taken for shares, since hardly anybody means one percent.
 */
export function detectProbabilityScale(samples: readonly (string | number)[]): ProbabilityScale {
  const values = samples.flatMap((sample) => {
    const reading = readCell(sample);
    return reading && !reading.hasSign ? reading.value : [];
  });
  const isWithinOne = values.every(({ n, d }) => n <= d);
  return values.length > 0 && isWithinOne ? 'fraction' : 'percent';
}

/** Reads a win probability as basis points, rounded half up: '30 %' → 3,000; 0.455 as fraction → 4,550. */
export function parseProbability(
  cell: string | number,
  scale: ProbabilityScale,
): ProbabilityResult {
  if (typeof cell === 'string' && isBlankCell(cell)) return { ok: false, problem: 'blank' };
  const reading = readCell(cell);
  if (!reading) return { ok: false, problem: 'not_a_probability' };
  const isPercent = reading.hasSign || scale === 'percent';
  const probabilityBp = toScaled(multiply(reading.value, rational(isPercent ? 100 : 10_000)), 0);
  if (probabilityBp < 0 || probabilityBp > 10_000) return { ok: false, problem: 'out_of_range' };
  return { ok: true, probabilityBp };
}
