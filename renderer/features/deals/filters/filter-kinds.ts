import type { DealFilter } from '#shared/contract/deal-filter.ts';

/** What deals can be filtered by, in the order of the menu. Text has a field of its own. */
export const filterKinds = [
  'owners',
  'close',
  'closed',
  'statuses',
  'stages',
  'pipeline',
  'teams',
  'health',
  'nextStep',
  'amount',
  'categories',
  'accounts',
  'products',
] as const;
export type FilterKind = (typeof filterKinds)[number];

/** The fields of the filter that belong to a kind. */
const fieldsOf = {
  owners: ['ownerIds'],
  close: ['closePeriod', 'closeFrom', 'closeTo'],
  closed: ['closedWithin'],
  statuses: ['statuses'],
  stages: ['stageIds'],
  pipeline: ['pipelineId'],
  teams: ['teams'],
  health: ['health'],
  nextStep: ['nextStep'],
  amount: ['amountFrom', 'amountTo'],
  categories: ['categories'],
  accounts: ['accountIds'],
  products: ['productIds'],
} as const satisfies Record<FilterKind, readonly (keyof DealFilter)[]>;

export function isSet(filter: DealFilter, kind: FilterKind): boolean {
  return fieldsOf[kind].some((field) => filter[field] !== undefined);
}

/** The changes that take a kind out of a filter. */
export function unset(kind: FilterKind): Partial<DealFilter> {
  return Object.fromEntries(fieldsOf[kind].map((field) => [field, undefined]));
}

/** Kinds that are answered by ticking some of a list, and the field that holds the ticks. */
export const listKinds = {
  owners: 'ownerIds',
  statuses: 'statuses',
  stages: 'stageIds',
  teams: 'teams',
  health: 'health',
  nextStep: 'nextStep',
  categories: 'categories',
  accounts: 'accountIds',
  products: 'productIds',
} as const satisfies Partial<Record<FilterKind, keyof DealFilter>>;
export type ListKind = keyof typeof listKinds;

export function isListKind(kind: FilterKind): kind is ListKind {
  return kind in listKinds;
}
