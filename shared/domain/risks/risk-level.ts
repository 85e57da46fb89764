/** Probability and impact on a 5×5 matrix, each 1 (lowest) to 5. */
export type RiskScore = Readonly<{ probability: number; impact: number }>;

export type RiskLevel = 'low' | 'medium' | 'high' | 'extreme';

/** Version of the criteria below; a risk keeps the version it was scored on. */
export const CRITERIA_VERSION = 1;

/** Highest product of each level: ≤ 4 low, 5–9 medium, 10–16 high, ≥ 17 extreme. */
const bands: readonly (readonly [RiskLevel, number])[] = [
  ['low', 4],
  ['medium', 9],
  ['high', 16],
  ['extreme', 25],
];

/** Level of a score by its product: 4 × 5 = 20 is extreme, 3 × 3 = 9 is medium. */
export function riskLevel({ probability, impact }: RiskScore): RiskLevel {
  const product = probability * impact;
  return bands.find(([, highest]) => product <= highest)?.[0] ?? 'extreme';
}

/** Position of a level, 0 (low) to 3 (extreme). */
export function levelRank(level: RiskLevel): number {
  return bands.findIndex(([name]) => name === level);
}

/** Days between two reviews of a risk at each level. */
export const reviewDays: Readonly<Record<RiskLevel, number>> = {
  extreme: 7,
  high: 30,
  medium: 90,
  low: 180,
};

/** A risk nobody has scored yet is looked at again within a week. */
export const unscoredReviewDays = 7;
