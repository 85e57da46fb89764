import { expect, test } from 'vitest';
import { type RiskLevel, riskLevel } from '#shared/domain/risks/risk-level.ts';

test('the 5×5 matrix has 8 low, 7 medium, 7 high and 3 extreme cells', () => {
  const counts: Record<RiskLevel, number> = { low: 0, medium: 0, high: 0, extreme: 0 };
  for (let probability = 1; probability <= 5; probability += 1) {
    for (let impact = 1; impact <= 5; impact += 1) counts[riskLevel({ probability, impact })] += 1;
  }
  expect(counts).toEqual({ low: 8, medium: 7, high: 7, extreme: 3 });
});

test.each([
  [4, 5, 'extreme'],
  [3, 3, 'medium'],
  [2, 5, 'high'],
  [4, 4, 'high'],
  [1, 4, 'low'],
  [1, 5, 'medium'],
] as const)('probability %i and impact %i are %s', (probability, impact, level) => {
  expect(riskLevel({ probability, impact })).toBe(level);
});
