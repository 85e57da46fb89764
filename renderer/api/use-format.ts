import { createContext, use } from 'react';
import type { CurrencyCode } from '#shared/domain/money/currency.ts';
import { createFormat, type Format } from '#shared/i18n/format.ts';
import { useSettings } from './use-settings.ts';

/** What the money of a sealed record below is in, whatever the workspace uses by now. */
export const CurrencyContext = createContext<CurrencyCode | null>(null);

export function useCurrency(): CurrencyCode {
  const { currency } = useSettings();
  return use(CurrencyContext) ?? currency;
}

/** Figures and dates in the language of the workspace and the currency of this place. */
export function useFormat(): Format {
  const { language } = useSettings();
  return createFormat(language, useCurrency());
}
