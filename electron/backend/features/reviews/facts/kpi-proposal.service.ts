import type { KpiMeasure } from '#shared/contract/review-template.ts';
import {
  addDays,
  type DateRange,
  earlierDate,
  laterDate,
} from '#shared/domain/dates/local-date.ts';
import { rational, toFixedText } from '#shared/domain/numbers/rational.ts';
import type { ReadDb } from '../../../database/db.ts';
import { findEmployment, listQuotas, measureDeals, type Span } from './kpi-measure.repository.ts';

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

/** The quotas' sum in minor units; null unless they cover the person's whole part of the days. */
async function quotaOf(db: ReadDb, span: Span): Promise<number | null> {
  const { joinedOn, leftOn } = await findEmployment(db, span.personId);
  const part = {
    startOn: laterDate(span.startOn, joinedOn ?? span.startOn),
    endOn: earlierDate(span.endOn, leftOn ?? span.endOn),
  };
  const quotas = await listQuotas(db, span);
  if (quotas.length === 0 || !isCovered(part, quotas)) return null;
  return quotas.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

/** True when no day is missing from the ranges, which are in order of their start. */
function isCovered({ startOn, endOn }: DateRange, ranges: readonly DateRange[]): boolean {
  let missingFrom = startOn;
  for (const range of ranges) {
    if (range.startOn > missingFrom) break;
    missingFrom = laterDate(missingFrom, addDays(range.endOn, 1));
  }
  return missingFrom > endOn;
}

/** 7 of 21 → '33.33': percent to two places, without empty ones. */
function percentOf(part: number, whole: number): string {
  return toFixedText(rational(part * 100, whole), 2).replace(/\.?0+$/, '');
}
