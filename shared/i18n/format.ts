import type { Language } from '#shared/contract/fields.ts';
import { type CurrencyCode, minorDigits } from '#shared/domain/money/currency.ts';

/** Figures and dates as a person of one language reads them. Everything is exact until here. */
export type Format = Readonly<{
  /** ¥12,800 · ¥12,800.50: minor units only where there are any. */
  money(minor: number): string;
  /** ¥12,800.00: always with minor units, for sums that are checked. */
  moneyExact(minor: number): string;
  /** ¥128万 · ¥1.28亿 in Chinese, ¥1.28M in English. */
  moneyShort(minor: number): string;
  /** +¥128万 · -¥3万: a change. */
  moneyChange(minor: number): string;
  number(value: number, digits?: number): string;
  /** 0.625 → 63 %, with one digit 62.5 %. */
  percent(fraction: number, digits?: number): string;
  /** Basis points: 6,250 → 62.5 %. */
  basisPoints(bp: number): string;
  /** Thousandths: 3,745 → 3.75, or as many digits as asked for. */
  score(milli: number, digits?: number): string;
  /** 2026年11月24日 · Nov 24, 2026 */
  date(on: string): string;
  /** 11月24日 · Nov 24 */
  dateShort(on: string): string;
  /** 11/24: where every character counts, and the year is plain. */
  dayOfYear(on: string): string;
  /** 2025/11/24 · 11/24/2025: where years differ from row to row. */
  dateNarrow(on: string): string;
  /** 25/11/24 · 11/24/25: the same where every character counts. */
  dayOfOtherYear(on: string): string;
  /** 11月24日周二 · Tue, Nov 24 */
  dateWithWeekday(on: string): string;
  /** 2026年11月 · November 2026 */
  month(on: string): string;
  /** A moment where the manager is: 2026年11月24日 09:05 */
  dateTime(at: string): string;
  /** 09:05 */
  time(at: string): string;
  /** Days from today: -3 → 3天前, 0 → 今天, 1 → tomorrow. */
  relativeDays(days: number): string;
  /** 李雷、韩梅 · Li Lei and Han Mei */
  list(items: readonly string[]): string;
}>;

const locales: Readonly<Record<Language, string>> = { 'zh-CN': 'zh-CN', en: 'en-US' };
const known = new Map<string, Format>();

/** @param currency of every amount this formats */
export function createFormat(language: Language, currency: CurrencyCode): Format {
  const key = `${language} ${currency}`;
  const format = known.get(key) ?? {
    ...amounts(locales[language], currency),
    ...numbers(locales[language]),
    ...dates(locales[language]),
  };
  known.set(key, format);
  return format;
}

function amounts(locale: string, currency: CurrencyCode) {
  const digits = minorDigits(currency);
  const unit = 10 ** digits;
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const compact = {
    ...style,
    notation: 'compact',
    maximumSignificantDigits: 3,
    useGrouping: 'always',
  } as const;
  const exact = new Intl.NumberFormat(locale, style);
  const whole = new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: 0 });
  const short = new Intl.NumberFormat(locale, compact);
  const change = new Intl.NumberFormat(locale, { ...compact, signDisplay: 'exceptZero' });
  return {
    money: (minor: number) => (minor % unit === 0 ? whole : exact).format(minor / unit),
    moneyExact: (minor: number) => exact.format(minor / unit),
    moneyShort: (minor: number) => short.format(minor / unit),
    moneyChange: (minor: number) => change.format(minor / unit),
  };
}

function numbers(locale: string) {
  const number = perDigits((digits) => new Intl.NumberFormat(locale, fixed(digits)));
  const percent = perDigits(
    (digits) => new Intl.NumberFormat(locale, { style: 'percent', ...fixed(digits) }),
  );
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale);
  return {
    number: (value: number, digits = 0) => number(digits).format(value),
    percent: (fraction: number, digits = 0) => percent(digits).format(fraction),
    basisPoints: (bp: number) => share.format(bp / 10_000),
    score: (milli: number, digits = 2) => number(digits).format(milli / 1000),
    list: (items: readonly string[]) => list.format(items),
  };
}

function fixed(digits: number) {
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

function perDigits(make: (digits: number) => Intl.NumberFormat) {
  const made = new Map<number, Intl.NumberFormat>();
  return (digits: number) => {
    const format = made.get(digits) ?? make(digits);
    made.set(digits, format);
    return format;
  };
}

function dates(locale: string) {
  const day = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (on: string) => format.format(new Date(`${on}T00:00:00Z`));
  };
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const date = { year: 'numeric', month: locale === 'en-US' ? 'short' : 'long' } as const;
  const moment = new Intl.DateTimeFormat(locale, { ...date, day: 'numeric', ...clock });
  const time = new Intl.DateTimeFormat(locale, clock);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    date: day({ ...date, day: 'numeric' }),
    dateShort: day({ month: date.month, day: 'numeric' }),
    dayOfYear: day({ month: 'numeric', day: 'numeric' }),
    dateNarrow: day({ year: 'numeric', month: 'numeric', day: 'numeric' }),
    dayOfOtherYear: day({ year: '2-digit', month: 'numeric', day: 'numeric' }),
    dateWithWeekday: day({ month: date.month, day: 'numeric', weekday: 'short' }),
    month: day({ year: 'numeric', month: 'long' }),
    dateTime: (at: string) => moment.format(new Date(at)),
    time: (at: string) => time.format(new Date(at)),
    relativeDays: (days: number) => relative.format(days, 'day'),
  };
}
