import type { LocalDate } from '#shared/domain/dates/local-date.ts';
import { type DealFacts, daysPast, hasNextStep, silentDays } from './deal-facts.ts';

/** A rule that fired, with its numbers. */
export type StuckReason =
  | Readonly<{
      code: 'slow_stage';
      days: number;
      medianDays: number;
      basis: 'own' | 'team';
      n: number;
    }>
  | Readonly<{ code: 'no_activity'; days: number }>
  | Readonly<{ code: 'pushed'; times: number }>
  | Readonly<{ code: 'close_date_passed'; days: number }>
  | Readonly<{ code: 'no_next_step' }>;

export type StuckRule = StuckReason['code'];

export type StuckSettings = Readonly<{
  rulesOff: readonly StuckRule[];
  /** Slow past so many hundredths of the median: 150. */
  stageFactorPct: number;
  /** Under so many own won deals the team's median is taken. */
  minOwnSample: number;
  silentDays: number;
  pushes: number;
}>;

export const DEFAULT_STUCK_SETTINGS: StuckSettings = {
  rulesOff: [],
  stageFactorPct: 150,
  minOwnSample: 5,
  silentDays: 14,
  pushes: 2,
};

/** Days that won deals stood in the deal's stage. */
export type StageMedian = Readonly<{ medianDays: number | null; n: number }>;

export type StuckInput = Readonly<{
  deal: DealFacts;
  own: StageMedian;
  team: StageMedian;
  today: LocalDate;
  settings: StuckSettings;
}>;

function slowStage({ deal, own, team, settings }: StuckInput): StuckReason[] {
  const basis = own.n >= settings.minOwnSample ? 'own' : 'team';
  const { medianDays, n } = basis === 'own' ? own : team;
  const days = deal.stageDays;
  if (days === null || medianDays === null || n === 0) return [];
  const isSlow = days * 100 > medianDays * settings.stageFactorPct;
  return isSlow ? [{ code: 'slow_stage', days, medianDays, basis, n }] : [];
}

/**
 * Why a deal is stuck; empty when it is not. 14 silent days, 2 pushes, a close date gone by, no next
 * step, or 61 days in a stage whose own median is 40 (150 %) each suffice.
 */
export function stuckReasons(input: StuckInput): StuckReason[] {
  const { deal, today, settings } = input;
  const silent = silentDays(deal, today) ?? 0;
  const late = daysPast(deal.expectedCloseOn, today);
  const reasons: StuckReason[] = slowStage(input);
  if (silent >= settings.silentDays) reasons.push({ code: 'no_activity', days: silent });
  if (deal.pushes >= settings.pushes) reasons.push({ code: 'pushed', times: deal.pushes });
  if (late > 0) reasons.push({ code: 'close_date_passed', days: late });
  if (!hasNextStep(deal)) reasons.push({ code: 'no_next_step' });
  return reasons.filter(({ code }) => !settings.rulesOff.includes(code));
}

/** A deal in the list of stuck ones. */
export type StuckDeal = Readonly<{
  dealId: string;
  amountMinor: number;
  reasons: readonly StuckReason[];
  /** Put aside by the manager, with a reason, up to and including this day. */
  snoozedUntil: LocalDate | null;
}>;

/** Stuck deals that are not put aside, the largest amount first. */
export function rankStuckDeals<Deal extends StuckDeal>(
  deals: readonly Deal[],
  today: LocalDate,
): Deal[] {
  return deals
    .filter(({ reasons, snoozedUntil }) => {
      const isSnoozed = snoozedUntil !== null && snoozedUntil >= today;
      return reasons.length > 0 && !isSnoozed;
    })
    .sort((a, b) => b.amountMinor - a.amountMinor || b.reasons.length - a.reasons.length);
}
