import {
  type Decimal,
  multiply,
  type Rational,
  rational,
  rationalFromDecimal,
  toScaled,
} from '#shared/domain/numbers/rational.ts';
import { divideRounded, toSafeInteger } from '#shared/domain/numbers/round.ts';
import { type CurrencyCode, minorDigits } from './currency.ts';

/** An amount in whole minor units of its currency: 1,280,000 CNY is ¥12,800.00. */
export type Money = Readonly<{ amountMinor: number; currency: CurrencyCode }>;

/** No single amount may be larger (¥100 billion), so that sums of thousands stay exact. */
export const MAX_AMOUNT_MINOR = 10_000_000_000_000;

/** The exact sum of whole minor units; a RangeError past the exact range of a number. */
export function sumMinor(amounts: Iterable<number>): number {
  let total = 0;
  for (const amount of amounts) {
    total += amount;
    if (!Number.isSafeInteger(total)) throw new RangeError('sum beyond the exact range');
  }
  return total;
}

/**
 * Σ amount × probability, rounded once, half away from zero: two deals of 101 at 5,000 bp weigh
 * 101, not 51 + 51.
 */
export function weightedMinor(
  deals: Iterable<Readonly<{ amountMinor: number; probabilityBp: number }>>,
): number {
  let total = 0n;
  for (const { amountMinor, probabilityBp } of deals) {
    total += BigInt(amountMinor) * BigInt(probabilityBp);
  }
  return toSafeInteger(divideRounded(total, 10_000n));
}

/** One unit of `from` costs `rate` units of `to`: `{ from: 'USD', to: 'CNY', rate: '7.1' }`. */
export type ExchangeRate = Readonly<{ from: CurrencyCode; to: CurrencyCode; rate: Decimal }>;

/**
 * An exact number of minor units in another currency, not yet rounded; null where the rate is not one
 * for these currencies or not positive.
 */
function convertExact(
  minor: Rational,
  currency: CurrencyCode,
  exchange: ExchangeRate,
): Rational | null {
  if (currency === exchange.to) return minor;
  const rate = rationalFromDecimal(exchange.rate);
  if (currency !== exchange.from || !rate || rate.n <= 0n) return null;
  const shift = minorDigits(exchange.to) - minorDigits(exchange.from);
  const unit = shift >= 0 ? rational(10n ** BigInt(shift)) : rational(1n, 10n ** BigInt(-shift));
  return multiply(multiply(minor, rate), unit);
}

/** As `convertExact`, rounded once, half away from zero: USD 100.00 at 7.1 → CNY 710.00. */
export function convertMoney(money: Money, exchange: ExchangeRate): Money | null {
  const exact = convertExact(rational(money.amountMinor), money.currency, exchange);
  return exact && { amountMinor: toScaled(exact, 0), currency: exchange.to };
}

/** Plain decimal text for exports and inputs, never grouped: 123456 CNY → '1234.56', 500 JPY → '500'. */
export function toDecimalText({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, '0');
  const sign = amountMinor < 0 ? '-' : '';
  const whole = text.slice(0, text.length - digits);
  return digits === 0 ? `${sign}${text}` : `${sign}${whole}.${text.slice(-digits)}`;
}
