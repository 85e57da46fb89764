import type { Language } from '#shared/contract/fields.ts';
import type { CurrencyCode } from '#shared/domain/money/currency.ts';
import { toDecimalText } from '#shared/domain/money/money.ts';
import { localDateOf } from '../../clock.ts';

/** Figures and dates as documents print them; the language is always given, never the machine's. */
export type DocumentFormat = {
  /** ¥2,150,000 or ¥2,150,000.50: minor units are shown only where there are any. */
  money(amountMinor: number): string;
  /** A decimal as stored, grouped: '2150000.5' → '2,150,000.5'. */
  decimal(value: number | string): string;
  /** 10,000 bp → '100%'. */
  share(basisPoints: number): string;
};

export function documentFormat(language: Language, currency: CurrencyCode): DocumentFormat {
  const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 10 });
  const whole = moneyFormat(language, currency, 0);
  const exact = moneyFormat(language, currency, undefined);
  return {
    money: (amountMinor) => {
      const text = toDecimalText({ amountMinor, currency });
      return (/\.0+$|^-?\d+$/.test(text) ? whole : exact).format(decimalText(text));
    },
    decimal: (value) => decimal.format(decimalText(String(value))),
    share: (basisPoints) => `${decimal.format(basisPoints / 100)}%`,
  };
}

function moneyFormat(language: Language, currency: CurrencyCode, digits: number | undefined) {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...(digits === undefined ? {} : { maximumFractionDigits: digits }),
  });
}

/** `format` reads decimal text exactly, where a number would first be rounded. */
function decimalText(text: string): Intl.StringNumericLiteral {
  return text as Intl.StringNumericLiteral; // the callers' texts come from numbers
}

/** A moment as the manager's clock showed it: '2026-07-15 09:30'. */
export function localMinute(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${localDateOf(at)} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
