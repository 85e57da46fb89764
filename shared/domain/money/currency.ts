/** An ISO 4217 code, such as 'CNY'. */
export type CurrencyCode = string;

const TWO_DIGITS =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD ' +
  'CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD ' +
  'HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD ' +
  'MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON ' +
  'RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD ' +
  'TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG';
const NO_DIGITS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';
const THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND';

const DIGITS = new Map<CurrencyCode, number>([
  ...TWO_DIGITS.split(' ').map((code) => [code, 2] as const),
  ...NO_DIGITS.split(' ').map((code) => [code, 0] as const),
  ...THREE_DIGITS.split(' ').map((code) => [code, 3] as const),
]);

/** Every currency in use, in alphabetical order. */
export const CURRENCY_CODES: readonly CurrencyCode[] = [...DIGITS.keys()].sort();

export function isCurrencyCode(text: string): boolean {
  return DIGITS.has(text);
}

/** Decimal places of a currency: CNY 2, JPY 0, KWD 3. A RangeError for what is no currency. */
export function minorDigits(currency: CurrencyCode): number {
  const digits = DIGITS.get(currency);
  if (digits === undefined) throw new RangeError(`not a currency: ${currency}`);
  return digits;
}

// '$' and '¥' belong to several currencies: the first of a row is meant unless the default is among the rest.
const SIGNS: ReadonlyArray<readonly [string, ...CurrencyCode[]]> = [
  ['¥', 'CNY', 'JPY'],
  ['元', 'CNY', 'TWD', 'HKD', 'MOP', 'USD'],
  ['圆', 'CNY', 'TWD'],
  ['块', 'CNY'],
  ['人民币', 'CNY'],
  ['rmb', 'CNY'],
  ['cn¥', 'CNY'],
  ['$', 'USD', 'HKD', 'SGD', 'AUD', 'CAD', 'NZD', 'TWD', 'MXN'],
  ['us$', 'USD'],
  ['美元', 'USD'],
  ['美金', 'USD'],
  ['hk$', 'HKD'],
  ['港元', 'HKD'],
  ['港币', 'HKD'],
  ['nt$', 'TWD'],
  ['新台币', 'TWD'],
  ['台币', 'TWD'],
  ['mop$', 'MOP'],
  ['澳门元', 'MOP'],
  ['s$', 'SGD'],
  ['新加坡元', 'SGD'],
  ['新币', 'SGD'],
  ['a$', 'AUD'],
  ['澳元', 'AUD'],
  ['c$', 'CAD'],
  ['加元', 'CAD'],
  ['nz$', 'NZD'],
  ['€', 'EUR'],
  ['欧元', 'EUR'],
  ['£', 'GBP'],
  ['英镑', 'GBP'],
  ['日元', 'JPY'],
  ['円', 'JPY'],
  ['jp¥', 'JPY'],
  ['₩', 'KRW'],
  ['韩元', 'KRW'],
  ['₹', 'INR'],
  ['₫', 'VND'],
  ['越南盾', 'VND'],
  ['฿', 'THB'],
  ['泰铢', 'THB'],
  ['₽', 'RUB'],
  ['卢布', 'RUB'],
  ['瑞士法郎', 'CHF'],
  ['r$', 'BRL'],
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['euro', 'EUR'],
  ['yuan', 'CNY'],
];

const SIGN_CODES = new Map(SIGNS.map(([sign, ...codes]) => [sign, codes]));

/**
 * The currency a sign, word or code stands for, or null: '￥' → CNY (JPY where the default is JPY),
 * 'usd' → USD, '港币' → HKD.
 */
export function currencyFromSign(sign: string, fallback: CurrencyCode): CurrencyCode | null {
  const folded = sign.normalize('NFKC').trim().toLowerCase();
  if (isCurrencyCode(folded.toUpperCase())) return folded.toUpperCase();
  const codes = SIGN_CODES.get(folded);
  if (!codes) return null;
  return codes.includes(fallback) ? fallback : (codes[0] ?? null);
}
