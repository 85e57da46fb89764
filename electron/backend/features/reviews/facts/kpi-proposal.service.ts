import type { KpiMeasure } from '#shared/contract/review-template.ts';
import { earlierDate, laterDate } from '#shared/domain/dates/local-date.ts';
import { rational, toFixedText } from '#shared/domain/numbers/rational.ts';
import { touchedMonths, wholeMonths } from '#shared/domain/quotas/quota-months.ts';
import type { ReadDb } from '../../../database/db.ts';
import { sumQuotas } from '../../people/quota.service.ts';
import { findEmployment, measureDeals, type Span } from './kpi-measure.repository.ts';

/** What the data say about a KPI; null for what they cannot say. Money in whole minor units. */
export type KpiProposal = { target: string | null; actual: string | null };

/** Figures of one measure over the review's period. */
export async function proposeKpi(
  db: ReadDb,
  measure: KpiMeasure,
  span: Span,
): Promise<KpiProposal> {
  switch (measure) {
    case 'bookings': {
      const { amountMinor } = await measureDeals(db, measure, span);
      const quota = await quotaOf(db, span);
      return { target: quota === null ? null : String(quota), actual: String(amountMinor) };
    }
    case 'pipeline_created': {
      const { amountMinor } = await measureDeals(db, measure, span);
      return { target: null, actual: String(amountMinor) };
    }
    case 'win_rate': {
      const { count, won } = await measureDeals(db, measure, span);
      return { target: null, actual: count === 0 ? null : percentOf(won, count) };
    }
    case 'typed':
      return { target: null, actual: null };
  }
}

/**
 * What keeps quotas from being a target: months of the person's part of the period without one,
 * and a period that begins or ends within a month, of which no quota can be told.
 */
export type TargetGap = { missingMonths: string[]; isCut: boolean };

export async function findTargetGap(db: ReadDb, span: Span): Promise<TargetGap> {
  const { joinedOn, leftOn } = await findEmployment(db, span.personId);
  const months = touchedMonths({
    startOn: laterDate(span.startOn, joinedOn ?? span.startOn),
    endOn: earlierDate(span.endOn, leftOn ?? span.endOn),
  });
  const whole = wholeMonths(span);
  const { missingMonths } = await sumQuotas({ db }, span);
  return {
    missingMonths: months.filter((month) => missingMonths.includes(month)),
    isCut: months.some((month) => !whole.includes(month)),
  };
}

/** The quotas' sum in minor units; null unless they cover the person's whole part of the days. */
async function quotaOf(db: ReadDb, span: Span): Promise<number | null> {
  const { missingMonths, isCut } = await findTargetGap(db, span);
  if (missingMonths.length > 0 || isCut) return null;
  return (await sumQuotas({ db }, span)).amountMinor;
}

/** 7 of 21 → '33.33': percent to two places, without empty ones. */
function percentOf(part: number, whole: number): string {
  return toFixedText(rational(part * 100, whole), 2).replace(/\.?0+$/, '');
}
