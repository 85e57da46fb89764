import {
  add,
  multiply,
  type Rational,
  rational,
  rationalFromDecimal,
  ZERO,
} from '#shared/domain/numbers/rational.ts';
import { divideRounded } from '#shared/domain/numbers/round.ts';
import { isBlankCell } from '#shared/domain/text/blank.ts';
import { type CurrencyCode, currencyFromSign, minorDigits } from './currency.ts';
import { MAX_AMOUNT_MINOR, type Money } from './money.ts';
import { type DecimalMark, foldNumberText, plainDecimal } from './number-format.ts';

/** What is known about the column an amount stands in. */
export type AmountColumn = Readonly<{
  /** The currency where the cell names none. */
  currency: CurrencyCode;
  decimalMark?: DecimalMark;
  /** 10,000 where the heading says 万元; applies to cells that name no unit themselves. */
  unitFactor?: number;
}>;

export type AmountProblem =
  | 'blank'
  | 'not_an_amount'
  | 'grouping' // digits and marks do not form a number under the column's decimal mark
  | 'percentage'
  | 'too_large';

export type AmountResult =
  | (Money & Readonly<{ ok: true; isRounded: boolean }>)
  | Readonly<{ ok: false; problem: AmountProblem }>;

const UNITS: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  億: 1e8,
  万亿: 1e12,
  w: 1e4,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mm: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};
const UNIT = '(?:万亿|十万|百万|千万|[百千万萬亿億]|million|mio|mn|mm|billion|bn|[wkmb])';
// A letter unit must end there: '3mxn' is Mexican pesos, not millions.
const PART = new RegExp(`^([\\d.,]+(?:e[+-]?\\d{1,2})?)(${UNIT}(?![a-z]))?`, 'i');

type Signed = Readonly<{ isNegative: boolean; before: string; body: string }>;

// A sign stands before or after the currency, or behind the number as ledgers print it.
const SIGNED = /^([^\d.,+-]*)([+-]?)([^\d.,+-]*)(?=[\d.,])(.*?)(-?)$/;

/** Takes sign and leading words off: '(500)', '-¥500', '¥-500' and '500-' are all minus 500. */
function takeSign(folded: string): Signed | null {
  const isBracketed = /^[^()]*\(.+\)[^()]*$/.test(folded);
  const match = SIGNED.exec(isBracketed ? folded.replace(/[()]/g, '') : folded);
  if (!match) return null;
  const [, outer = '', sign = '', inner = '', body = '', trailing = ''] = match;
  if ([sign, trailing, isBracketed ? '()' : ''].filter((mark) => mark !== '').length > 1)
    return null;
  return {
    isNegative: isBracketed || sign === '-' || trailing === '-',
    before: outer + inner,
    body,
  };
}

type Quantity = Readonly<{ value: Rational; hasUnit: boolean; rest: string }>;

function parsePlain(text: string, mark: DecimalMark): Rational | null {
  const [digits = '', exponent] = text.toLowerCase().split('e');
  const plain = plainDecimal(digits, mark);
  return plain === null
    ? null
    : rationalFromDecimal(exponent === undefined ? plain : `${plain}e${exponent}`);
}

/** Reads '1.2亿', '1亿2000万' (falling units) from the start; null where digits and marks are no number. */
function takeQuantity(text: string, mark: DecimalMark): Quantity | null {
  let [value, rest, lastUnit, hasUnit] = [ZERO, text, Number.POSITIVE_INFINITY, false];
  for (let part = PART.exec(rest); part; part = PART.exec(rest)) {
    const number = parsePlain(part[1] ?? '', mark);
    const unit = part[2] ? (UNITS[part[2].toLowerCase()] ?? 1) : 1;
    if (!number || unit >= lastUnit || (hasUnit && unit === 1)) return null;
    value = add(value, multiply(number, rational(unit)));
    [rest, lastUnit, hasUnit] = [rest.slice(part[0].length), unit, hasUnit || unit > 1];
    if (unit === 1) break;
  }
  return lastUnit === Number.POSITIVE_INFINITY ? null : { value, hasUnit, rest };
}

function namedCurrency(before: string, after: string, fallback: CurrencyCode): CurrencyCode | null {
  const signs = [before, after.replace(/[整正]$/, '')].filter((sign) => sign !== '');
  const codes = signs.map((sign) => currencyFromSign(sign, fallback));
  if (codes.some((code) => code === null)) return null;
  const named = new Set(codes);
  return named.size > 1 ? null : (codes[0] ?? fallback);
}

function toMoney(value: Rational, currency: CurrencyCode): AmountResult {
  const { n, d } = multiply(value, rational(10n ** BigInt(minorDigits(currency))));
  const minor = divideRounded(n, d);
  const isTooLarge = minor > BigInt(MAX_AMOUNT_MINOR) || minor < -BigInt(MAX_AMOUNT_MINOR);
  if (isTooLarge) return { ok: false, problem: 'too_large' };
  return { ok: true, amountMinor: Number(minor), currency, isRounded: d !== 1n };
}

/**
 * Reads an amount as people and exports write it: '1,234.50', '￥12万', '1.2亿', '(500)', '１２３',
 * 'USD 3,000', '1.234,56' under a decimal comma. Exact; past the currency's minor unit it rounds
 * once, half away from zero, and says so.
 */
export function parseAmount(cell: string | number, column: AmountColumn): AmountResult {
  const { currency, decimalMark = '.', unitFactor = 1 } = column;
  if (typeof cell === 'number') {
    const value = rationalFromDecimal(cell);
    if (!value) return { ok: false, problem: 'not_an_amount' };
    return toMoney(multiply(value, rational(unitFactor)), currency);
  }
  if (isBlankCell(cell)) return { ok: false, problem: 'blank' };
  const folded = foldNumberText(cell);
  if (folded.endsWith('%')) return { ok: false, problem: 'percentage' };
  return parseFolded(folded, { currency, decimalMark, unitFactor });
}

function parseFolded(folded: string, column: Required<AmountColumn>): AmountResult {
  const signed = takeSign(folded);
  if (!signed || !/\d/.test(signed.body)) return { ok: false, problem: 'not_an_amount' };
  const quantity = takeQuantity(signed.body, column.decimalMark);
  if (!quantity) {
    const isPlain = /^[\d.,]+$/.test(signed.body);
    return { ok: false, problem: isPlain ? 'grouping' : 'not_an_amount' };
  }
  const code = namedCurrency(signed.before, quantity.rest, column.currency);
  if (!code) return { ok: false, problem: 'not_an_amount' };
  const factor = (quantity.hasUnit ? 1 : column.unitFactor) * (signed.isNegative ? -1 : 1);
  return toMoney(multiply(quantity.value, rational(factor)), code);
}
