import {
  addDays,
  addMonths,
  type DateRange,
  type LocalDate,
} from '#shared/domain/dates/local-date.ts';
import { sumMinor } from '#shared/domain/money/money.ts';

/**
 * What one person is to sell in some whole months; minor units. A person's quotas never overlap:
 * each month has one quota or none.
 */
export type QuotaPeriod = DateRange & Readonly<{ amountMinor: number }>;

/** A month as `YYYY-MM`. */
export type Month = string;

export type QuotaSum = Readonly<{
  /** Of the months that have a quota; null when none has. */
  amountMinor: number | null;
  /** Months without one. */
  missingMonths: readonly Month[];
  /** True when a quota was divided, because it reaches out of the days asked for. */
  isDivided: boolean;
}>;

/** The months of which every day lies in a range: 2026-01-15 to 2026-03-31 → 2026-02, 2026-03. */
export function wholeMonths({ startOn, endOn }: DateRange): Month[] {
  const months: Month[] = [];
  const first = `${startOn.slice(0, 7)}-01`;
  let month = first === startOn ? first : addMonths(first, 1);
  while (lastDay(month) <= endOn) {
    months.push(month.slice(0, 7));
    month = addMonths(month, 1);
  }
  return months;
}

/** The months of which some day lies in a range. */
export function touchedMonths({ startOn, endOn }: DateRange): Month[] {
  if (startOn > endOn) return [];
  return wholeMonths({ startOn: `${startOn.slice(0, 7)}-01`, endOn: lastDay(endOn) });
}

/** Months that follow each other as one: 2026-02, 2026-03, 2026-06 → 02 to 03, 06 to 06. */
export function monthSpans(months: readonly Month[]): { from: Month; to: Month }[] {
  const spans: { from: Month; to: Month }[] = [];
  for (const month of months) {
    const last = spans.at(-1);
    const next = last && addMonths(`${last.to}-01`, 1).slice(0, 7);
    if (last !== undefined && next === month) last.to = month;
    else spans.push({ from: month, to: month });
  }
  return spans;
}

function lastDay(on: LocalDate): LocalDate {
  return addDays(addMonths(`${on.slice(0, 7)}-01`, 1), -1);
}

/**
 * A quota by month, as even as whole minor units allow, the larger parts first, so that every cut
 * of it divides the same: 1000 for a quarter → 334, 333, 333.
 */
function shares(quota: QuotaPeriod): [Month, number][] {
  const months = wholeMonths(quota);
  const even = Math.floor(quota.amountMinor / months.length);
  const larger = quota.amountMinor - even * months.length;
  return months.map((month, at) => [month, even + (at < larger ? 1 : 0)]);
}

/** What the quotas say about the whole months of a range: 300 for Q1 → 200 for February and March. */
export function quotaWithin(quotas: readonly QuotaPeriod[], range: DateRange): QuotaSum {
  const asked = wholeMonths(range);
  const known = new Map(quotas.flatMap(shares));
  const amounts = asked.flatMap((month) => known.get(month) ?? []);
  const isCut = (quota: QuotaPeriod) => {
    const inside = wholeMonths(quota).map((month) => asked.includes(month));
    return inside.includes(true) && inside.includes(false);
  };
  return {
    amountMinor: amounts.length === 0 ? null : sumMinor(amounts),
    missingMonths: asked.filter((month) => !known.has(month)),
    isDivided: quotas.some(isCut),
  };
}

/**
 * What is left of a quota outside a range, with its months' shares: 300 for Q1 without February to
 * April → 100 for January.
 */
export function quotaOutside(quota: QuotaPeriod, range: DateRange): QuotaPeriod[] {
  const byMonth = shares(quota);
  const before = byMonth.filter(([month]) => `${month}-01` < range.startOn);
  const after = byMonth.filter(([month]) => lastDay(`${month}-01`) > range.endOn);
  return [before, after].flatMap((part) => toPeriod(part));
}

function toPeriod(part: readonly [Month, number][]): QuotaPeriod[] {
  const [first, last] = [part[0], part.at(-1)];
  if (first === undefined || last === undefined) return [];
  const amountMinor = sumMinor(part.map(([, share]) => share));
  return [{ startOn: `${first[0]}-01`, endOn: lastDay(`${last[0]}-01`), amountMinor }];
}
