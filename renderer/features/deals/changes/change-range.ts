import dayjs from 'dayjs';
import { api } from '#renderer/api/client.ts';
import type { DealFilter } from '#shared/contract/deal-filter.ts';
import type { DealSearch } from '../deal-search.ts';

/** Stretches that managers ask about; the days up to today, both ends included. */
export const changeRanges = ['week', 'last7', 'last30', 'month', 'quarter'] as const;
export type ChangeRange = (typeof changeRanges)[number];

const day = (moment: dayjs.Dayjs) => moment.format('YYYY-MM-DD');

/** The first day of a stretch. A quarter here is three calendar months back from today. */
export function firstDay(range: ChangeRange): string {
  const today = dayjs();
  switch (range) {
    case 'week':
      return day(today.subtract((today.day() + 6) % 7, 'day'));
    case 'last7':
      return day(today.subtract(6, 'day'));
    case 'last30':
      return day(today.subtract(29, 'day'));
    case 'month':
      return day(today.startOf('month'));
    case 'quarter':
      return day(today.subtract(3, 'month'));
  }
}

/** What the address says, or the last seven days until now. */
export function rangeOf({ since, until }: DealSearch): { fromOn: string; toOn: string | null } {
  return { fromOn: since ?? firstDay('last7'), toOn: until ?? null };
}

export type ChangesQuery = { filter: DealFilter } & ReturnType<typeof rangeOf>;

export function changesQuery(input: ChangesQuery) {
  return api.deals.getPipelineChanges.queryOptions({ input });
}
