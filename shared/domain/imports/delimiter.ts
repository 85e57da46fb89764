export type Delimiter = ',' | ';' | '\t' | '|';

export type DelimiterFinding = Readonly<{
  delimiter: Delimiter;
  /** False where the lines agree on no delimiter: one column, or a broken file. */
  isCertain: boolean;
  /** The first line is a `sep=;` note for spreadsheets, not data. */
  hasSeparatorLine: boolean;
}>;

const CANDIDATES: readonly Delimiter[] = [',', '\t', ';', '|'];
const MAX_RECORDS = 50;
const MAX_SAMPLE = 256 * 1024;
const AGREEING_SHARE = 0.8;

/** Fields in each record of a sample, line breaks and delimiters inside quotes not counted. */
function recordWidths(sample: string, delimiter: Delimiter): number[] {
  const widths: number[] = [];
  let [width, isEmpty, isQuoted] = [1, true, false];
  let [isFieldStart, isAfterQuote] = [true, false];
  for (const character of sample) {
    const isLineEnd = !isQuoted && (character === '\n' || character === '\r');
    const isBreak = !isQuoted && character === delimiter;
    if (isLineEnd && !isEmpty) widths.push(width);
    if (widths.length >= MAX_RECORDS) break;
    const wasQuoted = isQuoted;
    // A quote opens at the start of a field, or as the second of a doubled one; elsewhere it is text.
    if (character === '"') isQuoted = !isQuoted && (isFieldStart || isAfterQuote);
    isAfterQuote = character === '"' && wasQuoted;
    isFieldStart = isLineEnd || isBreak;
    width = isLineEnd ? 1 : width + (isBreak ? 1 : 0);
    isEmpty = isLineEnd;
  }
  // The last record of a sample may be cut off; it counts only when it is all there is.
  if (widths.length === 0 && !isEmpty) widths.push(width);
  return widths;
}

type Score = Readonly<{ delimiter: Delimiter; width: number; share: number }>;

function scoreOf(sample: string, delimiter: Delimiter): Score {
  const widths = recordWidths(sample, delimiter);
  const counts = Map.groupBy(widths, (width) => width);
  let [width, count] = [1, 0];
  for (const [candidate, group] of counts) {
    if (group.length > count) [width, count] = [candidate, group.length];
  }
  return { delimiter, width, share: widths.length === 0 ? 0 : count / widths.length };
}

/**
 * The delimiter of a CSV text, told from the first records: the one under which most of them have the
 * same number of fields, and more than one. A `sep=` line decides by itself.
 */
export function detectDelimiter(text: string): DelimiterFinding {
  const sample = text.slice(0, MAX_SAMPLE).replace(/^\uFEFF/, '');
  const named = /^"?sep=(.)"?\r?\n/i.exec(sample)?.[1];
  const known = CANDIDATES.find((candidate) => candidate === named);
  if (known) return { delimiter: known, isCertain: true, hasSeparatorLine: true };
  const scores = CANDIDATES.map((delimiter) => scoreOf(sample, delimiter));
  const splitting = scores.filter(({ width }) => width > 1);
  const best = splitting.toSorted((a, b) => b.share - a.share || b.width - a.width)[0];
  if (!best) return { delimiter: ',', isCertain: false, hasSeparatorLine: false };
  const { delimiter, share } = best;
  return { delimiter, isCertain: share >= AGREEING_SHARE, hasSeparatorLine: false };
}
