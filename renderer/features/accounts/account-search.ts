import { z } from 'zod';
import {
  type AccountFilter,
  type AccountSort,
  accountColumn,
  accountLevel,
} from '#shared/contract/accounts.ts';
import { id } from '#shared/contract/fields.ts';

/** The view's state in the address; what does not fit is left out. */
export const accountSearch = z.object({
  text: z.string().max(200).optional().catch(undefined),
  industry: z.string().optional().catch(undefined),
  region: z.string().optional().catch(undefined),
  level: accountLevel.optional().catch(undefined),
  /** A person, or `none` for accounts nobody owns. */
  owner: z
    .union([z.literal('none'), id])
    .optional()
    .catch(undefined),
  sort: accountColumn.optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
  /** The account that is open beside the list. */
  account: id.optional().catch(undefined),
});
export type AccountSearch = z.infer<typeof accountSearch>;

/** What a manager looks for first: where the money is. */
export const firstSort: AccountSort = { by: 'openMinor', descending: true };

export function toAccountSort({ sort, descending }: AccountSearch): AccountSort {
  return sort === undefined ? firstSort : { by: sort, descending: descending ?? false };
}

export function toAccountFilter(search: AccountSearch): AccountFilter {
  const one = <T>(value: T | undefined) => (value === undefined ? undefined : [value]);
  return {
    text: search.text,
    industries: one(search.industry),
    regions: one(search.region),
    levels: one(search.level),
    ownerIds: one(search.owner),
  };
}

export function isFiltered(search: AccountSearch): boolean {
  return Object.values(toAccountFilter(search)).some((value) => value !== undefined);
}

export const noFilter: AccountSearch = {
  text: undefined,
  industry: undefined,
  region: undefined,
  level: undefined,
  owner: undefined,
};
