import { markHiddenCharacters } from '#shared/domain/text/hidden-characters.ts';

/** Longer paragraphs make Chromium's layout crawl (reliability P2). */
const longestParagraph = 20_000;

/**
 * Text from a person or a file, on one line of thought: it cannot turn the writing direction of
 * what stands around it, and characters that hide are shown as marked chips.
 */
export function SafeText({ text }: { text: string }) {
  return (
    <bdi>
      {markHiddenCharacters(text).map((segment, index) =>
        segment.kind === 'text' ? (
          segment.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: static markup is rendered once
          <span key={index} className="hidden-character">
            {segment.code}
          </span>
        ),
      )}
    </bdi>
  );
}

/** A note as it was typed: each line a paragraph, blank lines kept as distance. */
export function Prose({ text }: { text: string }) {
  return (
    <div className="prose">
      {toParagraphs(text).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: static markup is rendered once
        <p key={index} dir="auto">
          <SafeText text={paragraph} />
        </p>
      ))}
    </div>
  );
}

/** Lines of a text without blank ones; a line that is too long is cut where no character breaks. */
export function toParagraphs(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .filter((line) => line.trim() !== '')
    .flatMap(cutParagraph);
}

function cutParagraph(line: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (line.length - from > longestParagraph) {
    const to = endOfPiece(line, from + longestParagraph);
    pieces.push(line.slice(from, to));
    from = to;
  }
  return [...pieces, line.slice(from)];
}

/** Moves back from the middle of a surrogate pair or of joined characters. */
function endOfPiece(line: string, limit: number): number {
  for (let at = limit; at > limit - 40; at -= 1) {
    if (!/[\uDC00-\uDFFF]|\p{M}|\u200D/u.test(line[at] ?? '')) return at;
  }
  return limit;
}
