import { parseAmount } from '#shared/domain/money/parse-amount.ts';

/**
 * An amount as people write it (120万, 1.2m, 1,200,000), in minor units. Null for nothing,
 * undefined for what is no amount; one below zero is none that is typed by hand.
 */
export function readAmount(text: string, currency: string): number | null | undefined {
  if (text.trim() === '') return null;
  const result = parseAmount(text, { currency });
  const isOwn = result.ok && result.currency === currency && result.amountMinor >= 0;
  return isOwn ? result.amountMinor : undefined;
}
