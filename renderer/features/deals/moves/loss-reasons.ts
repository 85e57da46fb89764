import type { TFunction } from 'i18next';

/** Why deals are lost; the words are `deals:lossReason.<code>`. Imports may bring others. */
export const lossReasons = [
  'price',
  'competitor',
  'no_budget',
  'no_decision',
  'timing',
  'product_gap',
  'terms',
  'relationship',
  'service',
  'internal_change',
  'not_qualified',
  'other',
] as const;
export type LossReason = (typeof lossReasons)[number];

export function isLossReason(text: string): text is LossReason {
  return (lossReasons as readonly string[]).includes(text);
}

/** A reason in words; what an import brought stays as it is. */
export function lossReasonWords(t: TFunction<'deals'>, reason: string): string {
  return isLossReason(reason) ? t(`lossReason.${reason}`) : reason;
}
