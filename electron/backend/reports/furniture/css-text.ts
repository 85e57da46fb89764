/** A CSS string that holds the text whatever it contains: every unusual character is escaped. */
export function cssText(text: string): string {
  const escaped = [...text].map((character) =>
    /[\p{L}\p{N} ]/u.test(character)
      ? character
      : `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}
