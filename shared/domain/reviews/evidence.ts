import {
  addMonths,
  type DateRange,
  dateParts,
  daysBetween,
  type LocalDate,
} from '#shared/domain/dates/local-date.ts';
import { type Ratio, ratioOf } from '#shared/domain/numbers/ratio.ts';

/** How the evidence of a review lies over its period. */
export type EvidenceBalance = Readonly<{
  /** `YYYY-MM`, oldest first, every month of the period. */
  months: ReadonlyArray<Readonly<{ month: string; count: number }>>;
  emptyMonths: readonly string[];
  /** Evidence of the last quarter of the period's days, of all within it. */
  late: Ratio;
  /** More than half of the evidence is from the last quarter of the period. */
  isRecencyHeavy: boolean;
  /** Evidence dated outside the period; it supports nothing here. */
  outsideCount: number;
}>;

function monthsOf({ startOn, endOn }: DateRange): string[] {
  const [start, end] = [dateParts(startOn), dateParts(endOn)];
  const length = (end.year - start.year) * 12 + end.month - start.month + 1;
  return Array.from({ length }, (_, index) => addMonths(startOn, index).slice(0, 7));
}

/**
 * The balance of evidence by month. In a half year of 184 days the last quarter is its last 46; with 6
 * of 10 pieces there the review leans on recent weeks.
 */
export function evidenceBalance(period: DateRange, datesOn: readonly LocalDate[]): EvidenceBalance {
  const inside = datesOn.filter((on) => on >= period.startOn && on <= period.endOn);
  const days = daysBetween(period.startOn, period.endOn) + 1;
  const isLate = (on: LocalDate) => daysBetween(period.startOn, on) * 4 >= days * 3;
  const counts = Map.groupBy(inside, (on) => on.slice(0, 7));
  const months = monthsOf(period).map((month) => ({
    month,
    count: counts.get(month)?.length ?? 0,
  }));
  const late = ratioOf(inside.filter(isLate).length, inside.length);
  return {
    months,
    emptyMonths: months.filter(({ count }) => count === 0).map(({ month }) => month),
    late,
    isRecencyHeavy: late.part * 2 > late.whole,
    outsideCount: datesOn.length - inside.length,
  };
}
