import { isLossReason, type LossReason } from '#shared/contract/deal-records.ts';

/** Why a deal was lost, in words: 'no_budget' → 客户没有预算; what an import brought stays as it is. */
export function lossReasonWords(reason: string, say: (code: LossReason) => string): string {
  return isLossReason(reason) ? say(reason) : reason;
}
