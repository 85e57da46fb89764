import type { BulkChanges } from '#shared/contract/deals.ts';

/** What can be changed for many deals at once, in the order of the list. */
export const bulkFields = [
  'owner',
  'stage',
  'expectedClose',
  'shiftClose',
  'nextStep',
  'nextStepOn',
  'amount',
  'category',
  'followStage',
  'account',
  'product',
  'source',
] as const;
export type BulkField = (typeof bulkFields)[number];

/** The part of the changes that answers a field; empty while nothing is answered. */
const keysOf = {
  owner: ['ownerId'],
  stage: ['stageId', 'closing', 'overrideReason'],
  expectedClose: ['expectedCloseOn'],
  shiftClose: ['shiftCloseDays'],
  nextStep: ['nextStep'],
  nextStepOn: ['nextStepOn'],
  amount: ['amountMinor'],
  category: ['forecastCategory'],
  followStage: ['probabilityBp'],
  account: ['accountId'],
  product: ['productId'],
  source: ['source'],
} as const satisfies Record<BulkField, readonly (keyof BulkChanges)[]>;

/** What a field says before the person answers: clearing, but where that means nothing. */
export function firstAnswer(field: BulkField): BulkChanges {
  switch (field) {
    case 'owner':
      return { ownerId: null };
    case 'expectedClose':
      return { expectedCloseOn: null };
    case 'nextStep':
      return { nextStep: '' };
    case 'nextStepOn':
      return { nextStepOn: null };
    case 'followStage':
      return { probabilityBp: null };
    case 'account':
      return { accountId: null };
    case 'product':
      return { productId: null };
    case 'source':
      return { source: '' };
    default:
      return {};
  }
}

export function withoutField(changes: BulkChanges, field: BulkField): BulkChanges {
  const gone: readonly string[] = keysOf[field];
  return Object.fromEntries(Object.entries(changes).filter(([key]) => !gone.includes(key)));
}
