/** Characters that change how text reads without being seen. */
export type HiddenKind = 'direction' | 'zero_width' | 'tag';

/** A stretch of text: plain, or one hidden character to be shown as a marked chip. */
export type TextSegment =
  | Readonly<{ kind: 'text'; text: string }>
  | Readonly<{ kind: HiddenKind; text: string; code: string }>;

const HIDDEN_PATTERN =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;
// Emoji families are joined by U+200D, and flags of regions are spelt with tag characters.
const EMOJI_PATTERN =
  /\p{Extended_Pictographic}(?:[\uFE0F\u{1F3FB}-\u{1F3FF}]|\u200D(?=\p{Extended_Pictographic})|\p{Extended_Pictographic}(?<=\u200D\p{Extended_Pictographic})|[\u{E0020}-\u{E007F}])+/gu;

function hiddenKind(character: string): HiddenKind {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xe0000) return 'tag';
  const isDirection =
    code === 0x061c || code === 0x200e || code === 0x200f || (code >= 0x202a && code <= 0x202e);
  return isDirection || (code >= 0x2066 && code <= 0x2069) ? 'direction' : 'zero_width';
}

function codeLabel(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function hiddenIndexes(text: string): number[] {
  const emoji = [...text.matchAll(EMOJI_PATTERN)].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
  return [...text.matchAll(HIDDEN_PATTERN)]
    .map((match) => match.index)
    .filter((index) => !emoji.some(([from = 0, to = 0]) => index >= from && index < to));
}

/** True when text holds direction marks, zero-width or tag characters outside an emoji. */
export function hasHiddenCharacters(text: string): boolean {
  return text.search(HIDDEN_PATTERN) >= 0 && hiddenIndexes(text).length > 0;
}

/**
 * Text cut at its hidden characters, so that a screen can show each as a chip. Joined again, the
 * segments are the text: 'a\u202Eb' → text 'a', direction 'U+202E', text 'b'.
 */
export function markHiddenCharacters(text: string): TextSegment[] {
  const segments: TextSegment[] = [];
  let from = 0;
  for (const index of hiddenIndexes(text)) {
    const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
    if (index > from) segments.push({ kind: 'text', text: text.slice(from, index) });
    segments.push({ kind: hiddenKind(character), text: character, code: codeLabel(character) });
    from = index + character.length;
  }
  if (from < text.length) segments.push({ kind: 'text', text: text.slice(from) });
  return segments;
}

/** Text without its hidden characters; emoji stay whole. */
export function stripHiddenCharacters(text: string): string {
  if (text.search(HIDDEN_PATTERN) < 0) return text;
  return markHiddenCharacters(text)
    .filter((segment) => segment.kind === 'text')
    .map((segment) => segment.text)
    .join('');
}
