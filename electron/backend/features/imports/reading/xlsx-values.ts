import { dateFromSerial } from '#shared/domain/dates/parse-date.ts';

/** How a number is shown, told from its number format. */
export type NumberStyle =
  | { kind: 'plain' }
  | { kind: 'date' }
  | { kind: 'time' }
  | { kind: 'percent' }
  | { kind: 'currency'; sign: string };

const plain: NumberStyle = { kind: 'plain' };

/** Formats that files name only by number. */
function builtIn(id: number): NumberStyle | undefined {
  if (id === 9 || id === 10) return { kind: 'percent' };
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return { kind: 'time' };
  if (id >= 14 && id <= 22) return { kind: 'date' };
  // Dates of Chinese, Japanese and Korean systems.
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { kind: 'date' };
  return id < 164 ? plain : undefined;
}

/** The style of a number format: `builtIn` by its id, others by their code. */
export function numberStyle(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) return builtIn(id) ?? plain;
  const section = code.split(';')[0] ?? '';
  const bare = section
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\[(?!h|m|s)[^\]]*\]/gi, '');
  if (/\[[hms]+\]/i.test(bare)) return { kind: 'time' };
  if (/[yd]/i.test(bare) && !/general/i.test(bare)) return { kind: 'date' };
  if (/[hs]/i.test(bare)) return { kind: 'time' };
  if (/m/i.test(bare)) return { kind: 'date' };
  if (bare.includes('%')) return { kind: 'percent' };
  const sign = currencySign(section);
  return sign === undefined ? plain : { kind: 'currency', sign };
}

/** `[$€-407]`, `"US$"` or a bare `¥`. */
function currencySign(section: string): string | undefined {
  const bracketed = /\[\$([^\]-]+)/.exec(section)?.[1];
  if (bracketed !== undefined) return bracketed.trim();
  const text = section.replace(/\\(.)/g, '$1').replace(/"/g, '');
  return /US\$|HK\$|NT\$|RMB|CNY|USD|EUR|JPY|[¥￥€£₩₹]/i.exec(text)?.[0];
}

export type DateSystem = 1900 | 1904;

/**
 * A serial as the text of its day, or of day and time: 45000 → '2023-03-15',
 * 45000.5 → '2023-03-15T12:00:00'. Null for what is no date.
 */
function serialToDate(serial: number, system: DateSystem): string | null {
  const date = dateFromSerial(serial, system);
  if (!date.ok) return null;
  return date.time === null ? date.on : `${date.on}T${date.time}`;
}

function serialToTime(serial: number): string | null {
  if (!(serial >= 0) || serial >= 1) return null;
  return new Date(Math.round(serial * 86_400) * 1000).toISOString().slice(11, 19);
}

/** A number as its format means it: a date becomes its text, 0.5 under a percent format '50%'. */
export function styledNumber(
  value: number,
  style: NumberStyle,
  system: DateSystem,
): string | number {
  switch (style.kind) {
    case 'plain':
      return value;
    case 'date':
      return serialToDate(value, system) ?? value;
    case 'time':
      return serialToTime(value) ?? serialToDate(value, system) ?? value;
    case 'percent':
      return `${Number((value * 100).toPrecision(12))}%`;
    case 'currency':
      return `${style.sign}${value}`;
  }
}

/** Undoes the format's own escape of characters that XML cannot hold: `_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
