import type { TFunction } from 'i18next';
import { isLossReason } from '#shared/contract/deal-records.ts';

/** A reason in words; what an import brought stays as it is. */
export function lossReasonWords(t: TFunction<'deals'>, reason: string): string {
  return isLossReason(reason) ? t(`lossReason.${reason}`) : reason;
}
