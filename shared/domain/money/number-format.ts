import { isBlankCell } from '#shared/domain/text/blank.ts';

/** The sign between whole and fraction; the other one of the two groups thousands. */
export type DecimalMark = '.' | ',';

/** What a column of numbers says about its decimal mark. */
export type DecimalMarkFinding = Readonly<{
  mark: DecimalMark;
  /**
   * `default`: no value depends on it. `ambiguous`: some do, such as 1.234, and none decides, so the
   * usual point is assumed and the person is asked. `mixed`: values contradict each other.
   */
  status: 'certain' | 'default' | 'ambiguous' | 'mixed';
  /** Values that can only be read with a decimal point, and with a decimal comma. */
  pointCount: number;
  commaCount: number;
}>;

/** Digits and marks of a number, width folded, groups by blanks and apostrophes closed up. */
export function foldNumberText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[−–—﹣‐‑]/g, '-')
    .replace(/(?<=\d)[\s'’٬_](?=\d)/g, '')
    .replace(/[\s\p{Cf}]/gu, '');
}

// Groups of three, of four (万), or Indian ones (2, 2, 3).
const GROUPED = String.raw`[1-9]\d{0,2}(?:G\d{3})+|[1-9]\d{0,3}(?:G\d{4})+|[1-9]\d?(?:G\d{2})+G\d{3}`;
const PATTERNS = {
  '.': new RegExp(`^(?:\\d+|${GROUPED.replaceAll('G', ',')})?(?:\\.\\d*)?$`),
  ',': new RegExp(`^(?:\\d+|${GROUPED.replaceAll('G', '\\.')})?(?:,\\d*)?$`),
} satisfies Record<DecimalMark, RegExp>;

/** Plain digits with a point, or null where the text is no number under this mark: '1.234,5', ',' → '1234.5'. */
export function plainDecimal(folded: string, mark: DecimalMark): string | null {
  if (!/\d/.test(folded) || !PATTERNS[mark].test(folded)) return null;
  const [whole = '', fraction = ''] = folded.split(mark);
  const digits = whole.replace(/[.,]/g, '') || '0';
  return fraction === '' ? digits : `${digits}.${fraction}`;
}

type Evidence = DecimalMark | 'either' | 'neither';

/** The mark under which a number can be read: '1.234,5' → ',', '1.234' → either, '12' → neither matters. */
function evidenceOf(text: string): Evidence {
  const number = /\d[\d.,]*/.exec(foldNumberText(text))?.[0] ?? '';
  const [asPoint, asComma] = [plainDecimal(number, '.'), plainDecimal(number, ',')];
  if (asPoint === asComma) return 'neither';
  if (asPoint !== null && asComma !== null) return 'either';
  return asPoint === null ? ',' : '.';
}

/**
 * The decimal mark of a column, told from values that leave no choice: ['1.234,50', '12,5'] → ','.
 * A lone '1,234' is grouped in every common usage; a lone '1.234' is ambiguous.
 */
export function detectDecimalMark(samples: readonly string[]): DecimalMarkFinding {
  const filled = samples.filter((sample) => !isBlankCell(sample));
  const evidence = filled.map(evidenceOf);
  const pointCount = evidence.filter((mark) => mark === '.').length;
  const commaCount = evidence.filter((mark) => mark === ',').length;
  const counts = { mark: commaCount > pointCount ? ',' : '.', pointCount, commaCount } as const;
  if (pointCount > 0 && commaCount > 0) return { ...counts, status: 'mixed' };
  if (pointCount + commaCount > 0) return { ...counts, status: 'certain' };
  const isOpen = filled.some((text, i) => evidence[i] === 'either' && text.includes('.'));
  return { ...counts, status: isOpen ? 'ambiguous' : 'default' };
}
