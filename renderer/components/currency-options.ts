import type { Language } from '#shared/contract/fields.ts';
import { CURRENCY_CODES } from '#shared/domain/money/currency.ts';

const usual = ['CNY', 'USD', 'EUR', 'HKD', 'TWD', 'JPY', 'GBP', 'SGD'];

/** All currencies with their names, the usual ones of this app's users first. */
export function currencyOptions(language: Language): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  const others = CURRENCY_CODES.filter((code) => !usual.includes(code));
  return [...usual, ...others].map((code) => ({ value: code, label: `${names.of(code)} ${code}` }));
}
