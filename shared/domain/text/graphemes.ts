const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The number of characters a person sees: '👨‍👩‍👧é' → 2. */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/**
 * At most `limit` UTF-16 units, as the fields of the contract count them, without splitting a seen
 * character; the last one is '…' when text was cut.
 */
export function fitLength(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let keepTo = 0;
  for (const { index, segment } of segmenter.segment(text)) {
    if (index + segment.length > limit - 1) break;
    keepTo = index + segment.length;
  }
  return `${text.slice(0, keepTo)}…`;
}

/** At most `limit` seen characters, the last one '…' when text was cut: '信达二期项目', 4 → '信达二…'. */
export function truncateGraphemes(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return '';
  let [count, keepTo] = [0, 0];
  for (const { index, segment } of segmenter.segment(text)) {
    count += 1;
    if (count < limit) keepTo = index + segment.length;
    if (count > limit) return `${text.slice(0, keepTo)}…`;
  }
  return text;
}
