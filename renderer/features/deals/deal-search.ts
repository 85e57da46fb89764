import { z } from 'zod';
import { moveLens } from '#shared/contract/deal-changes.ts';
import {
  type DealFilter,
  dealFilter,
  dealGrouping,
  dealSort,
} from '#shared/contract/deal-filter.ts';
import { id, localDate } from '#shared/contract/fields.ts';

export const dealLayout = z.enum(['board', 'table', 'changes']);
export type DealLayout = z.infer<typeof dealLayout>;

/** The view's state in the address; what does not fit is left out. */
export const dealSearch = z.object({
  view: dealLayout.optional().catch(undefined),
  /** One filter for all views; absent is the usual one, empty restricts nothing. */
  filter: dealFilter.optional().catch(undefined),
  sort: dealSort.optional().catch(undefined),
  group: dealGrouping.optional().catch(undefined),
  /** First and last day of the changes; absent is the last seven days until now. */
  since: localDate.optional().catch(undefined),
  until: localDate.optional().catch(undefined),
  /** The bar or the kind of move whose deals are listed. */
  lens: moveLens.optional().catch(undefined),
  /** The deal that is open over the view. */
  deal: id.optional().catch(undefined),
  /** The saved view that was chosen last. */
  saved: id.optional().catch(undefined),
});
export type DealSearch = z.infer<typeof dealSearch>;

/** Everything open, and what was closed this month. */
export const usualFilter: DealFilter = { closedWithin: 'this_month' };

/** What closes first comes first. */
export const usualSort = { by: 'closeOn', descending: false } as const;

export function filterOf({ filter }: DealSearch): DealFilter {
  return filter ?? usualFilter;
}

/** What restricts nothing is not kept, so that equal filters are equal. */
export function tidied(filter: DealFilter): DealFilter {
  const kept = Object.entries(filter).filter(
    ([, value]) =>
      value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept);
}

/** True for a filter that leaves out more or less than the usual one. */
export function isUnusual(filter: DealFilter): boolean {
  return JSON.stringify(tidied(filter)) !== JSON.stringify(usualFilter);
}
