import { addDays, type LocalDate } from '../dates/local-date.ts';
import { divideRounded, toSafeInteger } from '../numbers/round.ts';
import {
  levelRank,
  type RiskScore,
  reviewDays,
  riskLevel,
  unscoredReviewDays,
} from './risk-level.ts';

/**
 * Expected monetary value: probability × loss in minor units, rounded half away from zero
 * (40 % of 500,000.00 is 200,000.00). Null when either was not estimated.
 */
export function expectedValueMinor({
  probabilityBp,
  lossMinor,
}: {
  probabilityBp: number | null;
  lossMinor: number | null;
}): number | null {
  if (probabilityBp === null || lossMinor === null) return null;
  return toSafeInteger(divideRounded(BigInt(lossMinor) * BigInt(probabilityBp), 10_000n));
}

export type Rankable = Readonly<{
  current: RiskScore | null;
  emvMinor: number | null;
  velocity: number | null;
  isReviewOverdue: boolean;
  number: number;
}>;

/**
 * The order of attention: overdue reviews first, then level, expected value and velocity. The
 * product alone never decides, because it ties and squeezes the scale together (analytics 4.1).
 */
export function byAttention(a: Rankable, b: Rankable): number {
  return (
    Number(b.isReviewOverdue) - Number(a.isReviewOverdue) ||
    rankOf(b.current) - rankOf(a.current) ||
    (b.emvMinor ?? -1) - (a.emvMinor ?? -1) ||
    (b.velocity ?? 0) - (a.velocity ?? 0) ||
    a.number - b.number
  );
}

function rankOf(score: RiskScore | null): number {
  return score === null ? -1 : levelRank(riskLevel(score));
}

/** When a risk comes up again: after its own rhythm, or the rhythm of its level. */
export function nextReviewOn({
  today,
  current,
  everyDays,
}: {
  today: LocalDate;
  current: RiskScore | null;
  everyDays: number | null;
}): LocalDate {
  const days =
    everyDays ?? (current === null ? unscoredReviewDays : reviewDays[riskLevel(current)]);
  return addDays(today, days);
}

/** Acceptances are announced this long before they end. */
const acceptanceNoticeDays = 14;

export function isAcceptanceEnding(acceptedUntilOn: LocalDate | null, today: LocalDate): boolean {
  return acceptedUntilOn !== null && acceptedUntilOn <= addDays(today, acceptanceNoticeDays);
}

export type RiskCell = RiskScore & Readonly<{ ids: readonly string[] }>;

/** The filled cells of the heat map; their counts and the unscored risks sum to the list. */
export function heatMapCells(
  risks: readonly Readonly<{ id: string; score: RiskScore | null }>[],
): RiskCell[] {
  const cells = new Map<string, { score: RiskScore; ids: string[] }>();
  for (const { id, score } of risks) {
    if (score === null) continue;
    const key = `${score.probability} ${score.impact}`;
    const cell = cells.get(key) ?? { score, ids: [] };
    cell.ids.push(id);
    cells.set(key, cell);
  }
  return [...cells.values()].map(({ score, ids }) => ({
    probability: score.probability,
    impact: score.impact,
    ids,
  }));
}

export type RiskWarning =
  | 'current_above_inherent'
  | 'target_above_current'
  | 'no_action_for_reduce'
  | 'acceptance_ended';

/** What contradicts itself in a threat; told beside the scores, never blocking. */
export function riskWarnings(risk: {
  inherent: RiskScore | null;
  current: RiskScore | null;
  target: RiskScore | null;
  treatment: string | null;
  openActions: number;
  acceptedUntilOn: LocalDate | null;
  isThreat: boolean;
  today: LocalDate;
}): RiskWarning[] {
  const warnings: RiskWarning[] = [];
  if (risk.isThreat && isAbove(risk.current, risk.inherent))
    warnings.push('current_above_inherent');
  if (risk.isThreat && isAbove(risk.target, risk.current)) warnings.push('target_above_current');
  if (risk.treatment === 'reduce' && risk.openActions === 0) warnings.push('no_action_for_reduce');
  if (risk.acceptedUntilOn !== null && risk.acceptedUntilOn < risk.today) {
    warnings.push('acceptance_ended');
  }
  return warnings;
}

function isAbove(score: RiskScore | null, limit: RiskScore | null): boolean {
  if (score === null || limit === null) return false;
  return score.probability * score.impact > limit.probability * limit.impact;
}
