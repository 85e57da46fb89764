import type { KpiMeasure } from '#shared/contract/review-template.ts';
import { rational, toFixedText } from '#shared/domain/numbers/rational.ts';
import type { ReadDb } from '../../../database/db.ts';
import { measureDeals, type Span, sumQuotas } from './kpi-measure.repository.ts';

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
      const quota = await sumQuotas(db, span);
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

/** 7 of 21 → '33.33': percent to two places, without empty ones. */
function percentOf(part: number, whole: number): string {
  return toFixedText(rational(part * 100, whole), 2).replace(/\.?0+$/, '');
}
